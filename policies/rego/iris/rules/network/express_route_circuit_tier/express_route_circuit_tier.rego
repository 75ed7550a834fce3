# METADATA
# title: An ExpressRoute circuit reaches all regions that use it
# description: |
#   A Local circuit reaches the one or two regions beside its peering location, and no other: what is connected to
#   it from another region has no way when the first is lost. Standard reaches a geopolitical region, Premium all.
#   Basic is of the past.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/expressroute/expressroute-faqs
#     description: Tiers of circuits
#   - ref: https://learn.microsoft.com/azure/expressroute/expressroute-locations-providers
#     description: Peering locations
# custom:
#   id: IRIS-NET-010
#   name: express-route-circuit-tier
#   severity: high
#   family: network
#   requirements: [S23]
#   remediation: |
#     Set sku.tier to Standard, or to Premium for gateways of another geopolitical region; both can be changed in
#     place.
package iris.rules.network.express_route_circuit_tier

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains circuit.key if some circuit in input.resources.azurerm_express_route_circuit

failures contains report.must_be(circuit, ["sku", "tier"], "Local, Standard or Premium", tier) if {
	some circuit in input.resources.azurerm_express_route_circuit
	tier := _tier(circuit)
	not tier in {"Local", "Standard", "Premium"}
	not estate.is_unknown(tier)
}

failures contains report.must_be(circuit, ["sku", "tier"], allowed, "Local") if {
	some circuit in input.resources.azurerm_express_route_circuit
	_tier(circuit) == "Local"
	regions := _regions(circuit)
	count(regions) > 1
	allowed := concat("", ["Standard or Premium for gateways in ", concat(", ", sort(regions))])
}

undecided contains report.finding(circuit, ["sku.tier or who is connected is known only after apply"]) if {
	some circuit in input.resources.azurerm_express_route_circuit
	_may_be_too_near(circuit)
}

_may_be_too_near(circuit) if estate.is_unknown(_tier(circuit))

_may_be_too_near(circuit) if {
	_tier(circuit) == "Local"
	count(_regions(circuit)) <= 1
	some location in _locations(circuit)
	estate.is_unknown(location)
}

_tier(circuit) := estate.value(circuit, ["sku", 0, "tier"])

_locations(circuit) := {estate.location(connection) |
	some connection in estate.sources(circuit, "azurerm_virtual_network_gateway_connection", "express_route_circuit_id")
}

_regions(circuit) := {location |
	some location in _locations(circuit)
	is_string(location)
}
