# METADATA
# title: Network security rules
# description: |
#   Inline rules of network security groups and rules that are resources of their own, read alike. What is known only
#   after apply may or may not let traffic in.
package iris.security_rules

import data.iris.estate
import data.iris.report

# METADATA
# description: every rule, with the resource that states it
stated := array.concat(_inline, _separate)

# METADATA
# description: every resource that states rules
owners := array.concat(
	[group | some group in input.resources.azurerm_network_security_group],
	[rule | some rule in input.resources.azurerm_network_security_rule],
)

# METADATA
# description: whether a rule lets TCP in to one of the ports, as far as it is known
lets_in(rule, ports) if {
	_is_inbound_tcp(rule.values)
	some range in _ranges(rule.values)
	_holds(range, ports)
}

# METADATA
# description: whether a rule may turn out to let TCP in to one of the ports
may_let_in(rule, ports) if {
	_may_be_inbound_tcp(rule.values)
	some range in _ranges(rule.values)
	_may_hold(range, ports)
}

# METADATA
# description: the sources that a rule names, in lower case; unknown ones as they are
sources(rule) := [source |
	some stated_source in _list(rule.values, "source_address_prefix", "source_address_prefixes")
	source := _lower(stated_source)
]

# METADATA
# description: |
#   whether what a rule lets in only passes through, on its way from the network to the internet, as a firewall takes it
passes_through(rule) if {
	count(_destinations(rule.values)) > 0
	every destination in _destinations(rule.values) {
		destination == "internet"
	}
}

# METADATA
# description: whether a rule opens a private port of InterSystems products to the internet
opens_private_port(rule) if opens_to_internet(rule, _private_ports)

# METADATA
# description: whether a rule opens one of the ports to the internet
opens_to_internet(rule, ports) if {
	lets_in(rule, ports)
	some source in sources(rule)
	source in _internet
}

# METADATA
# description: whether a rule may turn out to open a private port to the internet
may_open_private_port(rule) if {
	may_let_in(rule, _private_ports)
	some source in sources(rule)
	_may_be(source, _internet)
}

# METADATA
# description: a rule as people write it
described(rule) := concat("", [name, " (", ports, " from ", origins, ")"]) if {
	ports := report.listed(_ranges(rule.values))
	origins := report.listed(sources(rule))
	name := report.shown(object.get(rule.values, "name", null))
}

_destinations(values) := [_lower(destination) |
	some destination in _list(values, "destination_address_prefix", "destination_address_prefixes")
]

_internet := {"*", "any", "internet", "0.0.0.0/0", "::/0"}

# Superserver, agent and arbiter, private web servers.
_private_ports := {1972, 2188, 52773, 57772}

_inline := [{"owner": group, "values": values} |
	some group in input.resources.azurerm_network_security_group
	some values in estate.blocks(group, "security_rule")
]

_separate := [{"owner": rule, "values": rule.values} |
	some rule in input.resources.azurerm_network_security_rule
]

_is_inbound_tcp(values) if {
	lower(values.direction) == "inbound"
	lower(values.access) == "allow"
	lower(values.protocol) in {"tcp", "*"}
}

_may_be_inbound_tcp(values) if {
	_may_be(object.get(values, "direction", null), {"inbound"})
	_may_be(object.get(values, "access", null), {"allow"})
	_may_be(object.get(values, "protocol", null), {"tcp", "*"})
}

_may_be(value, _) if estate.is_unknown(value)

_may_be(value, allowed) if lower(value) in allowed

_ranges(values) := _list(values, "destination_port_range", "destination_port_ranges")

# One value, a list of values, or both; an unknown list counts as one unknown value.
_list(values, single, several) := array.concat(_one(values, single), _many(values, several))

_one(values, name) := [value] if {
	value := object.get(values, name, null)
	not value in {null, ""}
} else := []

_many(values, name) := many if {
	many := object.get(values, name, [])
	is_array(many)
} else := _one(values, name)

_lower(value) := lower(value) if {
	is_string(value)
} else := value

_may_hold(range, _) if estate.is_unknown(range)

_may_hold(range, ports) if _holds(range, ports)

_holds("*", _)

_holds(range, ports) if {
	is_string(range)
	bounds := split(range, "-")
	some port in ports
	port >= to_number(bounds[0])
	port <= to_number(bounds[count(bounds) - 1])
}
