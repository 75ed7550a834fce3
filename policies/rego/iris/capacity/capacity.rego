# METADATA
# title: Reserved capacity
# description: Capacity reservation groups, the reservations in them, and the machines that name them.
package iris.capacity

import data.iris.estate
import data.iris.machines

# METADATA
# description: groups of the estate that a machine or a reservation names
groups_of(resource) := estate.targets(
	resource,
	["capacity_reservation_group_id"],
	"azurerm_capacity_reservation_group",
)

# METADATA
# description: the reservations in a group
reservations(group) := estate.sources(group, "azurerm_capacity_reservation", "capacity_reservation_group_id")

# METADATA
# description: the machines that name a group
members(group) := [machine |
	some type in machines.types
	some machine in estate.sources(group, type, "capacity_reservation_group_id")
]

# METADATA
# description: size and zone of a machine or a reservation, as a person reads them
place_of(resource) := concat(" in zone ", [size, zone]) if {
	size := _shown(_size(resource))
	zone := _shown(estate.value(resource, ["zone"]))
}

# METADATA
# description: whether size or zone of a machine or a reservation is known only after apply
# scope: document
is_place_unknown(resource) if estate.is_unknown(_size(resource))

is_place_unknown(resource) if estate.is_unknown(estate.value(resource, ["zone"]))

_size(resource) := estate.value(resource, ["sku", 0, "name"]) if {
	resource.type == "azurerm_capacity_reservation"
} else := estate.value(resource, ["size"])

_shown(value) := value if {
	is_string(value)
} else := "none"
