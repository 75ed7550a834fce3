# METADATA
# title: A virtual machine with secure boot or a vTPM has a size that runs Trusted Launch
# description: |
#   Azure refuses secure boot and a virtual TPM on sizes that do not run Trusted Launch, which few series still lack.
#   Sizes that the catalogue does not know, or of whose series it does not tell, are not judged.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/trusted-launch
#     description: Trusted Launch for Azure virtual machines
# custom:
#   id: IRIS-SIZ-007
#   name: machine-trusted-launch
#   severity: critical
#   family: sizing
#   requirements: [S5]
#   remediation: |
#     Choose a size of a series that runs Trusted Launch, such as Standard_E16ds_v5.
package iris.rules.sizing.machine_trusted_launch

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.sizes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _candidates

failures contains report.must_be(machine, ["size"], "one that runs Trusted Launch", size) if {
	some machine in _candidates
	true in _asked(machine)
	_is_without(machine)
	size := estate.value(machine, ["size"])
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in _candidates
	sizes.is_unknown(machine)
}

undecided contains report.finding(machine, ["whether it has secure boot or a vTPM is known only after apply"]) if {
	some machine in _candidates
	not true in _asked(machine)
	_is_without(machine)
}

_candidates := [machine |
	some machine in machines.present
	_may_be_asked(machine)
	_may_be_told(machine)
]

_may_be_asked(machine) if true in _asked(machine)

_may_be_asked(machine) if {
	some asked in _asked(machine)
	estate.is_unknown(asked)
}

_may_be_told(machine) if sizes.is_unknown(machine)

_may_be_told(machine) if is_boolean(sizes.facts(machine).trusted_launch)

_is_without(machine) if sizes.facts(machine).trusted_launch == false

_asked(machine) := [estate.value(machine, [attribute]) | some attribute in ["secure_boot_enabled", "vtpm_enabled"]]
