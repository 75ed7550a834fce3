# METADATA
# title: Public addresses of a gateway are in three zones
# description: |
#   A zone-redundant gateway is reached by its public addresses: one that is in a single zone, or in none that is
#   said, takes its tunnels along when that zone is lost.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/about-zone-redundant-vnet-gateways
#     description: Zone-redundant gateways and their addresses
# custom:
#   id: IRIS-NET-004
#   name: gateway-address-zones
#   severity: high
#   family: network
#   requirements: [S23, pip.zones]
#   remediation: |
#     Set zones to 1, 2 and 3. A change replaces the address. In a region without zones, acknowledge the rule.
package iris.rules.network.gateway_address_zones

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains address.key if some address in _addresses

failures contains report.must_be(address, ["zones"], "three zones", zones) if {
	some address in _addresses
	zones := estate.value(address, ["zones"])
	not estate.is_unknown(zones)
	not _are_three(zones)
}

undecided contains report.unknown(address, ["zones"]) if {
	some address in _addresses
	estate.is_unknown(estate.value(address, ["zones"]))
}

_addresses contains address if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	some index, _ in estate.blocks(gateway, "ip_configuration")
	some address in estate.targets(gateway, ["ip_configuration", index, "public_ip_address_id"], "azurerm_public_ip")
}

_are_three(zones) if {
	is_array(zones)
	count({zone | some zone in zones}) == 3
}
