# METADATA
# title: A data disk is in the zone of its virtual machine
# description: |
#   Azure attaches a disk to a machine in its own zone alone, and a disk without a zone to a machine without one, but
#   refuses the rest only in the middle of a deployment. Zone-redundant disks are attached in every zone.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-redundancy
#     description: Redundancy of managed disks
# custom:
#   id: IRIS-ZON-003
#   name: disk-in-zone
#   severity: medium
#   family: zones
#   requirements: [S7, S8]
#   remediation: |
#     Set the disk's zone to that of its machine.
package iris.rules.zones.disk_in_zone

import data.iris.estate
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains disk.key if some disk in _disks

failures contains report.must_be(disk, ["zone"], _wanted(machine), zone) if {
	some disk in _disks
	some machine in volumes.machines_of(disk)
	zone := estate.value(disk, ["zone"])
	not estate.is_unknown(zone)
	not estate.is_unknown(estate.value(machine, ["zone"]))
	zone != estate.value(machine, ["zone"])
}

undecided contains report.finding(disk, ["zone of the disk or of ", machine.address, " is known only after apply"]) if {
	some disk in _disks
	some machine in volumes.machines_of(disk)
	some resource in [disk, machine]
	estate.is_unknown(estate.value(resource, ["zone"]))
}

_disks := [disk |
	some disk in input.resources.azurerm_managed_disk
	not _is_zone_redundant(disk)
	count(volumes.machines_of(disk)) > 0
]

_is_zone_redundant(disk) if endswith(estate.value(disk, ["storage_account_type"]), "_ZRS")

_wanted(machine) := concat("", [report.shown(estate.value(machine, ["zone"])), ", the zone of ", machine.address])
