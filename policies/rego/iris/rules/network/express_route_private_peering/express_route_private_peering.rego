# METADATA
# title: A private peering has two links of a /30, a VLAN and a number of its own
# description: |
#   Azure takes a private peering with one /30 for each of its two links, a VLAN of 1 to 4094 and an autonomous
#   system number that is not one of its own, and refuses all others when the circuit has been ordered and paid for.
#   Public peering is gone.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/expressroute/expressroute-routing
#     description: Routing requirements of ExpressRoute
# custom:
#   id: IRIS-NET-012
#   name: express-route-private-peering
#   severity: medium
#   family: network
#   requirements: [S23]
#   remediation: |
#     Set primary_peer_address_prefix and secondary_peer_address_prefix to two different /30, vlan_id to 1 to 4094
#     and peer_asn to a number outside of 12076 and 65515 to 65520, with peering_type AzurePrivatePeering.
package iris.rules.network.express_route_private_peering

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains peering.key if some peering in _peerings

failures contains report.finding(peering, ["private peering must have ", concat(", and ", sort(wrong))]) if {
	some peering in _peerings
	wrong := _wrong(peering)
	count(wrong) > 0
}

undecided contains report.finding(peering, ["settings of the peering are known only after apply"]) if {
	some peering in _peerings
	count(_wrong(peering)) == 0
	some name in [_primary, _secondary, "vlan_id", "peer_asn", "peering_type"]
	estate.is_unknown(estate.value(peering, [name]))
}

_primary := "primary_peer_address_prefix"

_secondary := "secondary_peer_address_prefix"

_peerings := [peering |
	some peering in input.resources.azurerm_express_route_circuit_peering
	estate.value(peering, ["peering_type"]) != "MicrosoftPeering"
]

_wrong(peering) := {concat("", [demand, ", got ", report.shown(value)]) |
	some name, demand in _demands
	value := estate.value(peering, [name])
	not estate.is_unknown(value)
	not _is_right(name, value)
} | {concat("", ["different links, got ", range, " twice"]) |
	range := estate.value(peering, [_primary])
	is_string(range)
	estate.value(peering, [_secondary]) == range
}

_demands := {
	_primary: "a /30 as primary_peer_address_prefix",
	_secondary: "a /30 as secondary_peer_address_prefix",
	"vlan_id": "a vlan_id of 1 to 4094",
	"peer_asn": "a peer_asn that is not Azure's",
	"peering_type": "peering_type AzurePrivatePeering",
}

_is_right("peering_type", "AzurePrivatePeering")

_is_right(name, value) if {
	name in {_primary, _secondary}
	is_string(value)
	endswith(value, "/30")
}

_is_right("vlan_id", value) if {
	is_number(value)
	value >= 1
	value <= 4094
}

_is_right("peer_asn", value) if {
	is_number(value)
	not value in {12076, 65515, 65516, 65517, 65518, 65519, 65520}
}
