# METADATA
# title: A virtual machine is in an availability set or a zone
# description: |
#   A machine outside both is on one rack: one maintenance or one failure stops it, and Azure promises less.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability
#     description: Availability options for virtual machines
# custom:
#   id: IRIS-AVL-001
#   name: machine-placed
#   severity: critical
#   family: availability
#   requirements: [S7, S8, vm.zone]
#   remediation: |
#     Set availability_set_id (only possible when the machine is created) or zone.
package iris.rules.availability.machine_placed

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.finding(machine, ["availability_set_id or zone must be set, got neither"]) if {
	some machine in machines.present
	not _is_placed(machine)
	not _may_be_placed(machine)
}

undecided contains report.finding(machine, ["availability_set_id or zone is known only after apply"]) if {
	some machine in machines.present
	not _is_placed(machine)
	_may_be_placed(machine)
}

_is_placed(machine) if {
	some name in ["availability_set_id", "zone"]
	estate.is_linked(machine, [name])
}

_may_be_placed(machine) if {
	some name in ["availability_set_id", "zone"]
	estate.is_unknown(estate.value(machine, [name]))
}
