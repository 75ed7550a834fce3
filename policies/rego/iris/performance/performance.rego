# METADATA
# title: Performance of disks
# description: |
#   What disks are promised to do in a second, and what a machine passes on from and to them: IOPS, or MB/s. Bursts and
#   the host's cache are left out, as neither lasts.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-performance
#     description: Virtual machine and disk performance
package iris.performance

import data.iris.estate
import data.iris.sizes
import data.iris.volumes

# METADATA
# description: the kinds of disk of which something is promised; Standard disks do up to their figures, and may do less
promised_kinds := {"Premium_LRS", "Premium_ZRS", "PremiumV2_LRS", "UltraSSD_LRS"}

# METADATA
# description: whether nothing is promised of a disk, by its kind; not so while the kind is known only after apply
is_unpromised(disk) if {
	kind := _kind(disk)
	not kind in promised_kinds
	not estate.is_unknown(kind)
}

# METADATA
# description: |
#   what a disk is promised to do, iops or throughput_mbps; undefined when that is known only after apply. A disk with a
#   tier of its own performs as that one, any other Premium SSD as the first tier that holds it;
#   Premium SSD v2 and Ultra disks do what is asked for, or what every disk of their kind does.
of_disk(disk, figure) := tier[figure] if {
	_kind(disk) in {"Premium_LRS", "Premium_ZRS"}
	tier := _tier(disk)
} else := asked if {
	kind := _kind(disk)
	is_string(kind)
	asked := estate.value_or(disk, [_asked[figure]], data.catalogue.disks.least[kind][figure])
	is_number(asked)
}

# METADATA
# description: |
#   what the database disks of a machine are promised to do together; those of which that is unknown count for nothing
of_databases(machine, figure) := sum([found |
	some disk in volumes.databases(machine)
	found := of_disk(disk, figure)
])

# METADATA
# description: whether it is known only after apply what the database disks of a machine do, or which they are
# scope: document
is_open(machine, _) if count(volumes.unidentified(machine)) > 0

is_open(machine, figure) if {
	some disk in volumes.databases(machine)
	not is_unpromised(disk)
	not of_disk(disk, figure)
}

# METADATA
# description: |
#   what a machine passes on, iops or throughput_mbps, at least and at most: some sizes pass on more from and to Premium
#   SSD v2 and Ultra disks, and the two differ while it is unknown whether its databases lie on such. Undefined when the
#   catalogue does not tell.
passes_on(machine, figure) := {"least": more, "most": more} if {
	_is_provisioned(machine)
	more := _of_provisioned(machine, figure)
} else := {"least": usual, "most": usual} if {
	not _may_be_provisioned(machine)
	usual := sizes.facts(machine)[figure]
} else := {"least": min(both), "most": max(both)} if {
	both := [sizes.facts(machine)[figure], _of_provisioned(machine, figure)]
}

_of_provisioned(machine, figure) := found if {
	found := sizes.facts(machine)[concat("", ["v2_", figure])]
} else := sizes.facts(machine)[figure]

_is_provisioned(machine) if {
	count(volumes.unidentified(machine)) == 0
	disks := volumes.databases(machine)
	count(disks) > 0
	every disk in disks { volumes.is_provisioned(disk) }
}

_may_be_provisioned(machine) if {
	count(volumes.unidentified(machine)) + count(volumes.databases(machine)) > 0
	every disk in volumes.databases(machine) { _may_be_of_provisioned_kind(disk) }
}

_may_be_of_provisioned_kind(disk) if volumes.is_provisioned(disk)

_may_be_of_provisioned_kind(disk) if estate.is_unknown(_kind(disk))

_tier(disk) := [tier |
	some tier in data.catalogue.disks.tiers.Premium_LRS
	tier.name == estate.value(disk, ["tier"])
][0] if {
	is_string(estate.value(disk, ["tier"]))
} else := [tier | some tier in data.catalogue.disks.tiers.Premium_LRS; size <= tier.size_gib][0] if {
	size := estate.value(disk, ["disk_size_gb"])
	is_number(size)
}

_kind(disk) := estate.value(disk, ["storage_account_type"])

_asked := {"iops": "disk_iops_read_write", "throughput_mbps": "disk_mbps_read_write"}
