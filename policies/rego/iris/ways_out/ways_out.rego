# METADATA
# title: Ways out of a network
# description: |
#   Subnets in which servers are, by what way they reach the internet, and the firewalls that may stand in it.
package iris.ways_out

import data.iris.endpoints
import data.iris.estate
import data.iris.machines

# METADATA
# description: names of the subnets of Azure's own services
platform_names := {
	"azurefirewallmanagementsubnet",
	"azurefirewallsubnet",
	"azurebastionsubnet",
	"gatewaysubnet",
}

# METADATA
# description: whether a subnet is for one of Azure's own services
is_platform(subnet) if lower(estate.value(subnet, ["name"])) in platform_names

# METADATA
# description: whether a machine is a third-party firewall
is_firewall(machine) if machines.role(machine) == "firewall"

# METADATA
# description: by key, the subnets of the estate in which a machine that is no firewall has a network interface
server_subnets[subnet.key] := subnet if {
	some machine in machines.present
	not is_firewall(machine)
	some interface in machines.interfaces(machine)
	some subnet in subnets_of(interface)
}

# METADATA
# description: the subnets of a network interface that are in the estate
subnets_of(interface) := [subnet |
	some index, _ in estate.blocks(interface, "ip_configuration")
	some subnet in estate.targets(interface, ["ip_configuration", index, "subnet_id"], "azurerm_subnet")
]

# METADATA
# description: the associations of a subnet with a NAT gateway
nat_associations(subnet) := estate.sources(subnet, "azurerm_subnet_nat_gateway_association", "subnet_id")

# METADATA
# description: the associations of a subnet with a route table
route_associations(subnet) := estate.sources(subnet, "azurerm_subnet_route_table_association", "subnet_id")

# METADATA
# description: |
#   the default routes of a subnet to an appliance, each as the resource that states it and the path of its next hop
appliance_routes(subnet) := [route |
	some association in route_associations(subnet)
	some table in estate.targets(association, ["route_table_id"], "azurerm_route_table")
	some route in array.concat(_inline_routes(table), _separate_routes(table))
]

# METADATA
# description: addresses of the associations whose subnet is known only after apply and named by no reference
unresolved_associations contains association.address if {
	some type in ["azurerm_subnet_nat_gateway_association", "azurerm_subnet_route_table_association"]
	some association in input.resources[type]
	estate.is_link_unknown(association, ["subnet_id"])
}

# METADATA
# description: the environment and region of the network of a subnet; undefined when it is not in the estate
region(subnet) := place if {
	some network in estate.targets(subnet, ["virtual_network_name"], "azurerm_virtual_network")
	place := estate.region(network)
}

# METADATA
# description: by environment and region, the firewalls that stand there, Azure's own or the load balancer of others
# scope: document
firewalls[place] contains firewall if {
	some firewall in input.resources.azurerm_firewall
	place := estate.region(firewall)
}

firewalls[place] contains balancer if {
	some balancer in input.resources.azurerm_lb
	endpoints.kind(balancer) == "firewall-internal"
	place := estate.region(balancer)
}

_inline_routes(table) := [route |
	some index, values in estate.blocks(table, "route")
	_is_to_appliance(values)
	route := {"owner": table, "hop": ["route", index, "next_hop_in_ip_address"]}
]

_separate_routes(table) := [route |
	some owner in estate.sources(table, "azurerm_route", "route_table_name")
	_is_to_appliance(owner.values)
	route := {"owner": owner, "hop": ["next_hop_in_ip_address"]}
]

_is_to_appliance(values) if {
	values.address_prefix == "0.0.0.0/0"
	values.next_hop_type == "VirtualAppliance"
}
