# METADATA
# title: Virtual machines
# description: |
#   Machines, what our constructs say of them in tags, and what they are attached to. A machine whose tags are known
#   only after apply has no role, mirror or tier.
package iris.machines

import data.iris.estate

# METADATA
# description: the types of resource that are virtual machines
types := ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]

# METADATA
# description: every virtual machine of the estate
present := [machine |
	some type in types
	some machine in input.resources[type]
]

# METADATA
# description: by role, the machines of that role
by_role[name] contains machine if {
	some machine in present
	name := role(machine)
}

# METADATA
# description: by mirror, the machines of that mirror
by_mirror[name] contains machine if {
	some machine in present
	name := mirror(machine)
}

# METADATA
# description: by tier, the machines of that tier in one region and environment
by_tier[name] contains machine if {
	some machine in present
	name := tier(machine)
}

# METADATA
# description: a machine's role, such as primary, or the empty string
role(machine) := estate.tag(machine, "iris-role")

# METADATA
# description: what tells a mirror from those of other environments; undefined outside a mirror
mirror(machine) := concat("/", [estate.environment(machine), name]) if {
	name := estate.tag(machine, "iris-mirror")
	name != ""
}

# METADATA
# description: machines of a mirror in one role
members(name, wanted) := [machine | some machine in _by_seat[concat(" ", [wanted, name])]]

# METADATA
# description: |
#   what tells a tier from those of other environments and regions; undefined without the tag, in the data tier (a
#   mirror has rules of its own) and while the location is unknown
tier(machine) := concat("/", [estate.region(machine), name]) if {
	name := estate.tag(machine, "iris-tier")
	not name in {"", "data"}
}

# METADATA
# description: |
#   whether the role of some machine is known only after apply, so that nothing can be said to be missing
role_unknown if {
	some machine in present
	estate.is_unknown(estate.value(machine, ["tags", "iris-role"]))
}

# METADATA
# description: what places a machine in an availability set; equal for machines of one set, undefined outside a set
availability_set(machine) := key if {
	key := estate.references(machine, ["availability_set_id"])[0]
} else := id if {
	id := estate.value(machine, ["availability_set_id"])
	is_string(id)
}

# METADATA
# description: machines in an availability set of the estate
in_set(set) := [machine |
	some type in types
	some machine in estate.sources(set, type, "availability_set_id")
]

# METADATA
# description: the network interfaces of a machine that are in the estate
interfaces(machine) := [interface |
	some key in estate.references(machine, ["network_interface_ids"])
	interface := input.resources.azurerm_network_interface[key]
]

# METADATA
# description: |
#   whether the interfaces of a machine are known only after apply and no reference tells which they are
interfaces_unknown(machine) if {
	count(estate.references(machine, ["network_interface_ids"])) == 0
	some path in [["network_interface_ids"], ["network_interface_ids", 0]]
	estate.is_unknown(estate.value(machine, path))
}

# By role and mirror, so that the members of one mirror are found without looking at all the others.
_by_seat[seat] contains machine if {
	some machine in present
	seat := concat(" ", [role(machine), mirror(machine)])
}
