# METADATA
# title: Each data disk of a virtual machine has a LUN of its own
# description: |
#   The guest finds its disks by LUN. Azure refuses a second disk on one LUN, but only in the middle of a
#   deployment.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/linux/azure-to-guest-disk-mapping
#     description: Mapping of Azure disks to disks in the guest
# custom:
#   id: IRIS-STG-007
#   name: lun-unique
#   severity: medium
#   family: premium-storage
#   requirements: [S2]
#   remediation: |
#     Give each attachment of the virtual machine another lun.
package iris.rules.premium_storage.lun_unique

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _with_disks

failures contains report.finding(machine, ["lun must differ between data disks, got ", report.listed(shared)]) if {
	some machine in _with_disks
	shared := _shared(machine)
	count(shared) > 0
}

undecided contains report.unknown(machine, ["lun"]) if {
	some machine in _with_disks
	count(_shared(machine)) == 0
	some attachment in volumes.attached(machine)
	estate.is_unknown(estate.value(attachment, ["lun"]))
}

_with_disks := [machine | some machine in machines.present; count(volumes.attached(machine)) > 0]

_shared(machine) := {text |
	attached := volumes.attached(machine)
	some attachment in attached
	lun := estate.value(attachment, ["lun"])
	is_number(lun)
	count([other | some other in attached; estate.value(other, ["lun"]) == lun]) > 1
	text := concat("", [format_int(lun, 10), " on ", attachment.address])
}
