# METADATA
# title: A virtual machine is described by a current type of resource
# description: |
#   The types azurerm_virtual_machine and azurerm_virtual_machine_scale_set know neither encryption at host nor Trusted
#   Launch, and are not in version 5 of the provider. A machine with unmanaged disks is judged by the rule on those
#   alone.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
#     description: Upgrade guide of version 5 of the provider
# custom:
#   id: IRIS-RET-002
#   name: machine-type-current
#   severity: high
#   family: retired
#   requirements: [S1, vm.no-legacy-type]
#   remediation: |
#     Describe it with azurerm_linux_virtual_machine or azurerm_windows_virtual_machine, and import it into the state.
package iris.rules.retired.machine_type_current

import data.iris.machines
import data.iris.report
import data.iris.unmanaged

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in array.concat(machines.present, _legacy)

failures contains report.finding(machine, ["type must be one for Linux or for Windows, got ", machine.type]) if {
	some machine in _legacy
	count(unmanaged.blobs(machine)) == 0
	count(unmanaged.possible(machine)) == 0
}

undecided contains report.unknown(machine, path) if {
	some machine in _legacy
	count(unmanaged.blobs(machine)) == 0
	path := unmanaged.possible(machine)[0]
}

_legacy := [machine |
	some type in ["azurerm_virtual_machine", "azurerm_virtual_machine_scale_set"]
	some machine in input.resources[type]
]
