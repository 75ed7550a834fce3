# METADATA
# title: Volumes
# description: Data disks, the attachments that give them a LUN and a host cache, and the volume each one holds.
package iris.volumes

import data.iris.estate

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
disk(attachment) := found if {
	some found in estate.targets(attachment, ["managed_disk_id"], "azurerm_managed_disk")
}

# METADATA
# description: the volume that a disk holds, such as journal, or the empty string
volume(found) := estate.tag(found, "iris-volume")

# METADATA
# description: disks that are attached to one machine
disks(machine) := [found | some attachment in attached(machine); found := disk(attachment)]

# METADATA
# description: attachments of one machine whose disk is not in the estate, so that its volume is not known
unidentified(machine) := [attachment | some attachment in attached(machine); not disk(attachment)]

# METADATA
# description: kinds of disk that have no host cache and no place in an availability set
uncached_kinds := {"PremiumV2_LRS", "UltraSSD_LRS"}
