# METADATA
# title: Performance of database disks
# description: |
#   What disks are promised to do in a second, and what a machine passes on from and to them: iops, or throughput_mbps.
#   Bursts and the host's cache are left out, as neither lasts.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-performance
#     description: Virtual machine and disk performance
package iris.performance

import data.iris.estate
import data.iris.machines
import data.iris.sizes
import data.iris.volumes

# METADATA
# description: |
#   whether nothing is promised of a disk, by its kind: Standard disks do up to their figures, and may do less. Not so
#   while the kind is known only after apply.
is_unpromised(disk) if {
	kind := _kind(disk)
	not kind in _promised
	not estate.is_unknown(kind)
}

# METADATA
# description: |
#   what the database disks of a machine are promised to do together; those of which that is unknown count for nothing
of_databases(machine, figure) := object.get(_totals, [machine.key, figure], 0)

# METADATA
# description: whether it is known only after apply what the database disks of a machine do, or which they are
# scope: document
is_open(machine, _) if count(volumes.unidentified(machine)) > 0

is_open(machine, figure) if figure in _open[machine.key]

# METADATA
# description: |
#   what a machine passes on at least and at most: some sizes pass on more from and to Premium SSD v2 and Ultra disks,
#   and the two differ while it is unknown whether its databases lie on such. Undefined when the catalogue does not
#   tell.
passes_on(machine, figure) := {"least": min(limits), "most": max(limits)} if {
	usual := sizes.facts(machine)[figure]
	more := object.get(sizes.facts(machine), concat("", ["v2_", figure]), usual)
	limits := {"usual": [usual], "provisioned": [more], "either": [usual, more]}[_kinds(machine)]
}

# Which figures of a size hold, by the kind of all its database disks.
_kinds(machine) := "usual" if {
	some disk in volumes.databases(machine)
	not volumes.is_provisioned(disk)
	not estate.is_unknown(_kind(disk))
} else := "either" if {
	count(volumes.unidentified(machine)) > 0
} else := "either" if {
	some disk in volumes.databases(machine)
	estate.is_unknown(_kind(disk))
} else := "provisioned" if {
	count(volumes.databases(machine)) > 0
} else := "usual"

# Of each disk and machine once, however many rules ask for it.
_totals[machine.key] := {figure: total |
	some figure, _ in _asked
	total := sum([found | some disk in volumes.databases(machine); found := _promises[disk.key][figure]])
} if {
	some machine in machines.present
	count(volumes.databases(machine)) > 0
}

_open[machine.key] contains figure if {
	some machine in machines.present
	some disk in volumes.databases(machine)
	not is_unpromised(disk)
	some figure, _ in _asked
	not _promises[disk.key][figure]
}

# A disk with a tier of its own performs as that one, any other Premium SSD as the first tier that holds it; Premium SSD
# v2 and Ultra disks do what is asked for, or what every disk of their kind does.
_promises[disk.key] := {figure: found |
	some figure, attribute in _asked
	found := _of_disk(disk, figure, attribute)
	is_number(found)
} if {
	some machine in machines.present
	some disk in volumes.databases(machine)
}

_of_disk(disk, figure, attribute) := data.catalogue.disks.tiers.Premium_LRS[_tier(disk)][figure] if {
	_kind(disk) in {"Premium_LRS", "Premium_ZRS"}
} else := estate.value_or(disk, [attribute], data.catalogue.disks.least[_kind(disk)][figure])

_tier(disk) := name if {
	name := estate.value(disk, ["tier"])
	is_string(name)
} else := _tiers[estate.value(disk, ["disk_size_gb"])]

# The name of the tier of each size of disk that there is.
_tiers[size] := name if {
	some size in {disk.values.disk_size_gb | some disk in input.resources.azurerm_managed_disk}
	is_number(size)
	[_, name] := min([[tier.size_gib, name] |
		some name, tier in data.catalogue.disks.tiers.Premium_LRS
		size <= tier.size_gib
	])
}

_kind(disk) := estate.value(disk, ["storage_account_type"])

_promised := {"Premium_LRS", "Premium_ZRS", "PremiumV2_LRS", "UltraSSD_LRS"}

_asked := {"iops": "disk_iops_read_write", "throughput_mbps": "disk_mbps_read_write"}
