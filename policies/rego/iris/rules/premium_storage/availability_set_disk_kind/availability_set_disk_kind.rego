# METADATA
# title: A virtual machine in an availability set has no Ultra or Premium SSD v2 disk
# description: |
#   Ultra disks cannot be attached to a machine in an availability set, and Premium SSD v2 only in a few regions
#   without zones. The availability set profile takes Premium SSD and stripes it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
# custom:
#   id: IRIS-STG-008
#   name: availability-set-disk-kind
#   severity: high
#   family: premium-storage
#   requirements: [S2, S8]
#   remediation: |
#     Set storage_account_type to Premium_LRS and stripe, or place the machines in zones.
package iris.rules.premium_storage.availability_set_disk_kind

import data.iris.estate
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains disk.key if some disk in _candidates

failures contains finding if {
	some disk in _candidates
	kind := estate.value(disk, _path)
	kind in volumes.uncached_kinds
	some machine in _in_set(disk)
	finding := report.must_be(disk, _path, "Premium_LRS or Premium_ZRS in an availability set", kind)
}

undecided contains report.unknown(disk, _path) if {
	some disk in _candidates
	estate.is_unknown(estate.value(disk, _path))
	count(_in_set(disk)) > 0
}

undecided contains report.finding(disk, ["set of ", report.listed(names), " is known only after apply"]) if {
	some disk in _candidates
	count(_in_set(disk)) == 0
	names := {machine.address |
		some machine in volumes.machines_of(disk)
		estate.is_link_unknown(machine, ["availability_set_id"])
	}
	count(names) > 0
}

_candidates := [disk |
	some disk in input.resources.azurerm_managed_disk
	_may_be_uncached(estate.value(disk, _path))
]

_may_be_uncached(kind) if kind in volumes.uncached_kinds

_may_be_uncached(kind) if estate.is_unknown(kind)

_in_set(disk) := [machine |
	some machine in volumes.machines_of(disk)
	estate.is_linked(machine, ["availability_set_id"])
]

_path := ["storage_account_type"]
