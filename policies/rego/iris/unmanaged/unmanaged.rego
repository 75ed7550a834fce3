# METADATA
# title: Unmanaged disks
# description: Disks that are blobs in a storage account. Only azurerm_virtual_machine can have them.
package iris.unmanaged

import data.iris.estate

# METADATA
# description: paths of what names a blob as a disk, by a known address or by that of an account in the estate
blobs(machine) := [path | some path in _paths(machine); estate.is_linked(machine, path)]

# METADATA
# description: paths of what may turn out to name a blob as a disk
possible(machine) := [path | some path in _paths(machine); estate.is_link_unknown(machine, path)]

_paths(machine) := [[block, index, "vhd_uri"] |
	some block in ["storage_os_disk", "storage_data_disk"]
	some index, _ in estate.blocks(machine, block)
]
