# METADATA
# title: Gateways are in a subnet named GatewaySubnet, of a /27 or larger
# description: |
#   Azure makes gateways in a subnet of that name alone. A smaller one has no room for a VPN gateway beside that of
#   ExpressRoute, and cannot grow while a gateway is in it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
#     description: Gateway subnet
# custom:
#   id: IRIS-NET-008
#   name: gateway-subnet-name-and-size
#   severity: medium
#   family: network
#   requirements: [S23]
#   remediation: |
#     Name the subnet GatewaySubnet and give it a /27 or larger; a /26 serves sixteen circuits.
package iris.rules.network.gateway_subnet_name_and_size

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_virtual_network_gateway

failures contains report.finding(gateway, ["subnet must be GatewaySubnet, got ", report.listed(names)]) if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	names := _other_names(gateway)
	count(names) > 0
}

failures contains report.finding(gateway, ["subnet must be a /27 or larger, got ", report.listed(ranges)]) if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	count(_other_names(gateway)) == 0
	ranges := _small(gateway)
	count(ranges) > 0
}

undecided contains report.finding(gateway, ["subnet is known only after apply"]) if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	count(_other_names(gateway)) + count(_small(gateway)) == 0
	_is_unknown(gateway)
}

_paths(gateway) := {["ip_configuration", index, "subnet_id"] |
	some index, _ in estate.blocks(gateway, "ip_configuration")
}

_subnets(gateway) := {subnet |
	some path in _paths(gateway)
	some subnet in estate.targets(gateway, path, "azurerm_subnet")
}

# Names of subnets in the estate, and of those that are named by a known id.
_names(gateway) := {estate.value(subnet, ["name"]) | some subnet in _subnets(gateway)} | {name |
	some path in _paths(gateway)
	id := estate.value(gateway, path)
	is_string(id)
	parts := split(id, "/")
	name := parts[count(parts) - 1]
}

_other_names(gateway) := {name |
	some name in _names(gateway)
	is_string(name)
	name != "GatewaySubnet"
}

_small(gateway) := {range |
	some subnet in _subnets(gateway)
	some range in _ranges(subnet)
	to_number(split(range, "/")[1]) > 27
}

_ranges(subnet) := [range |
	some range in estate.blocks(subnet, "address_prefixes")
	is_string(range)
]

_is_unknown(gateway) if estate.is_unknown(estate.value(gateway, ["ip_configuration"]))

_is_unknown(gateway) if {
	some path in _paths(gateway)
	estate.is_link_unknown(gateway, path)
}

_is_unknown(gateway) if {
	some subnet in _subnets(gateway)
	some attribute in ["name", "address_prefixes"]
	estate.is_unknown(estate.value(subnet, [attribute]))
}
