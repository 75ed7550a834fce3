# METADATA
# title: A gateway sends by the circuit of its own region first
# description: |
#   Of two connections a gateway uses the one of higher weight. When that is the one to the circuit of the other
#   region, or when both weigh the same, traffic crosses the country twice, and comes back by another way than it
#   went: firewalls of the site drop it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/expressroute/expressroute-optimize-routing
#     description: Optimized routing
# custom:
#   id: IRIS-NET-014
#   name: express-route-own-circuit-first
#   severity: medium
#   family: network
#   requirements: [S23]
#   remediation: |
#     Give connections to circuits of the same region a higher routing_weight than those to circuits of others.
package iris.rules.network.express_route_own_circuit_first

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains connection.key if some connection in _remote

failures contains report.finding(connection, [
	"routing_weight must be less than that of the circuit of the region, ",
	report.shown(weight),
	", got ",
	report.shown(estate.value_or(connection, ["routing_weight"], 0)),
]) if {
	some connection in _remote
	weights := _local_weights(connection)
	count(weights) > 0
	weight := min(weights)
	weight <= estate.value_or(connection, ["routing_weight"], 0)
}

undecided contains report.finding(connection, ["routing_weight is known only after apply"]) if {
	some connection in _remote
	some weight in (_all_local_weights(connection) | {estate.value_or(connection, ["routing_weight"], 0)})
	estate.is_unknown(weight)
}

# Connections to a circuit of the estate that is in another region than the gateway.
_remote := [connection |
	some connection in input.resources.azurerm_virtual_network_gateway_connection
	place := _circuit_place(connection)
	place != estate.location(connection)
	is_string(place)
]

_circuit_place(connection) := estate.location(circuit) if {
	some circuit in estate.targets(connection, ["express_route_circuit_id"], "azurerm_express_route_circuit")
}

_all_local_weights(connection) := {estate.value_or(other, ["routing_weight"], 0) |
	some gateway in estate.targets(connection, ["virtual_network_gateway_id"], "azurerm_virtual_network_gateway")
	some other in estate.sources(
		gateway,
		"azurerm_virtual_network_gateway_connection",
		"virtual_network_gateway_id",
	)
	_circuit_place(other) == estate.location(other)
}

_local_weights(connection) := {weight |
	not estate.is_unknown(estate.value(connection, ["routing_weight"]))
	some weight in _all_local_weights(connection)
	is_number(weight)
}
