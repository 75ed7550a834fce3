# METADATA
# title: Volumes
# description: Data disks, the attachments that give them a LUN and a host cache, and the volume each one holds.
package iris.volumes

import data.iris.estate
import data.iris.machines

# METADATA
# description: every attachment of a data disk
attachments := [attachment | some attachment in input.resources.azurerm_virtual_machine_data_disk_attachment]

# METADATA
# description: attachments of one machine
attached(machine) := estate.sources(
	machine,
	"azurerm_virtual_machine_data_disk_attachment",
	"virtual_machine_id",
)

# METADATA
# description: the disk of an attachment; undefined when it is not in the estate
disk(attachment) := estate.targets(attachment, ["managed_disk_id"], "azurerm_managed_disk")[0]

# METADATA
# description: the volume that a disk holds, such as journal, or the empty string
volume(found) := estate.tag(found, "iris-volume")

# METADATA
# description: disks that are attached to one machine
disks(machine) := [found | some attachment in attached(machine); found := disk(attachment)]

# METADATA
# description: disks of one machine that hold its databases
databases(machine) := object.get(_databases, machine.key, [])

# METADATA
# description: attachments of one machine whose volume cannot be told before apply
unidentified(machine) := object.get(_unidentified, machine.key, [])

# METADATA
# description: machines that a disk is attached to
machines_of(found) := [machine |
	some attachment in estate.sources(
		found,
		"azurerm_virtual_machine_data_disk_attachment",
		"managed_disk_id",
	)
	some type in machines.types
	some machine in estate.targets(attachment, ["virtual_machine_id"], type)
]

# METADATA
# description: kinds of disk that have no host cache and no place in an availability set
uncached_kinds := {"PremiumV2_LRS", "UltraSSD_LRS"}

# METADATA
# description: why the host cannot cache a disk; undefined when it can, or when that is known only after apply
why_uncached(found) := concat("", ["of kind ", kind]) if {
	kind := estate.value(found, ["storage_account_type"])
	kind in uncached_kinds
} else := concat("", ["of more than 4095 GiB (", format_int(size, 10), ")"]) if {
	size := estate.value(found, ["disk_size_gb"])
	is_number(size)
	size > 4095
}

# METADATA
# description: whether it is known only after apply if the host can cache a disk
caching_unknown(found) if {
	not why_uncached(found)
	some attribute in ["storage_account_type", "disk_size_gb"]
	estate.is_unknown(estate.value(found, [attribute]))
}

# METADATA
# description: whether a disk has the IOPS and throughput that are asked for, whatever its size
is_provisioned(found) if estate.value(found, ["storage_account_type"]) in uncached_kinds

# Of each machine once, however many rules ask for it.
_databases[machine.key] := found if {
	some machine in machines.present
	found := [disk | some disk in disks(machine); volume(disk) == "database"]
	count(found) > 0
}

_unidentified[machine.key] := found if {
	some machine in machines.present
	found := [attachment | some attachment in attached(machine); not _is_identified(attachment)]
	count(found) > 0
}

_is_identified(attachment) if {
	found := disk(attachment)
	not estate.is_unknown(estate.value(found, ["tags", "iris-volume"]))
}
