# METADATA
# title: A virtual machine has no more data disks than its size takes
# description: |
#   Azure refuses the attachment that is one too many, in the middle of a deployment, when the machine and its other
#   disks are made. A size that the catalogue does not know is not judged.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/overview
#     description: Sizes of virtual machines
# custom:
#   id: IRIS-SIZ-001
#   name: machine-data-disks
#   severity: critical
#   family: sizing
#   requirements: [S2, S4]
#   remediation: |
#     Choose a size that takes as many data disks, or fewer and larger disks.
package iris.rules.sizing.machine_data_disks

import data.iris.machines
import data.iris.report
import data.iris.sizes
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _with_disks

failures contains report.finding(machine, [
	"data disks must be at most ", format_int(most, 10), " on ", machine.values.size,
	", got ", format_int(attached, 10),
]) if {
	some machine in _with_disks
	most := sizes.facts(machine).data_disks
	attached := count(volumes.attached(machine))
	attached > most
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in _with_disks
	sizes.is_unknown(machine)
}

_with_disks := [machine |
	some machine in machines.present
	sizes.may_be_known(machine)
	count(volumes.attached(machine)) > 0
]
