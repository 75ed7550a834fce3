# METADATA
# title: An ExpressRoute gateway is connected to circuits at two peering locations
# description: |
#   The two links of a circuit end in one building. A gateway that is connected to circuits at two peering locations
#   is reached while either is, and a second region, connected to both, while the first is lost. Circuits that are
#   named by id alone count as different places.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/expressroute/design-architecture-for-resiliency
#     description: Resilient architectures
# custom:
#   id: IRIS-NET-011
#   name: express-route-two-circuits
#   severity: high
#   family: network
#   requirements: [S19, S23]
#   remediation: |
#     Connect the gateway to a second circuit at another peering location, such as that of the other region.
package iris.rules.network.express_route_two_circuits

import data.iris.estate
import data.iris.gateways
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in gateways.express_route

failures contains report.finding(gateway, [_message, found]) if {
	some gateway in gateways.express_route
	places := _known(gateway)
	count(places) < 2
	count(_places(gateway)) == count(places)
	found := _shown(places)
}

undecided contains report.finding(gateway, ["circuits of the gateway are known only after apply"]) if {
	some gateway in gateways.express_route
	places := _known(gateway)
	count(places) < 2
	count(_places(gateway)) > count(places)
}

_message := "gateway must be connected to circuits at two peering locations, got "

_connections(gateway) := estate.sources(
	gateway,
	"azurerm_virtual_network_gateway_connection",
	"virtual_network_gateway_id",
)

# Places of the circuits of the estate, and ids of all others, known or not.
_places(gateway) := {estate.value(circuit, ["peering_location"]) |
	some connection in _connections(gateway)
	some circuit in _circuits(connection)
} | {estate.value(connection, ["express_route_circuit_id"]) |
	some connection in _connections(gateway)
	count(_circuits(connection)) == 0
}

_circuits(connection) := estate.targets(connection, ["express_route_circuit_id"], "azurerm_express_route_circuit")

_known(gateway) := {place |
	some place in _places(gateway)
	not estate.is_unknown(place)
}

_shown(places) := "none" if {
	count(places) == 0
} else := report.listed(places)
