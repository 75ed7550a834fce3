# METADATA
# title: Servers leave by the firewall that their network has
# description: |
#   A firewall inspects what is sent to it and nothing else: each subnet of servers in its region has a default route to
#   its address, and no NAT gateway beside it. A subnet without any way out is judged by the rule on ways out.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
#     description: User-defined routes
# custom:
#   id: IRIS-NET-026
#   name: default-route-to-firewall
#   severity: critical
#   family: network
#   requirements: [S27]
#   remediation: |
#     Associate the subnet with a route table whose route for 0.0.0.0/0 has the firewall's private address as
#     next_hop_in_ip_address, and remove its NAT gateway.
package iris.rules.network.default_route_to_firewall

import data.iris.estate
import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key if some key, _ in _guarded

judged contains route.owner.key if some [_, route] in _routes

failures contains report.finding(subnet, ["must go out by ", report.listed(names), " alone, got a NAT gateway"]) if {
	some subnet in _guarded
	count(ways_out.nat_associations(subnet)) > 0
	names := _names(ways_out.region(subnet))
}

failures contains report.must_be(route.owner, route.hop, concat("", ["the address of ", names]), hop) if {
	some [place, route] in _routes
	not _leads_to_firewall(route, place)
	not estate.is_link_unknown(route.owner, route.hop)
	names := report.listed(_names(place))
	hop := estate.value(route.owner, route.hop)
}

undecided contains report.unknown(route.owner, route.hop) if {
	some [_, route] in _routes
	estate.is_link_unknown(route.owner, route.hop)
}

_guarded[key] := subnet if {
	some key, subnet in ways_out.server_subnets
	ways_out.firewalls[ways_out.region(subnet)]
}

# Default routes of subnets of servers, each after where it is.
_routes contains [place, route] if {
	some subnet in _guarded
	place := ways_out.region(subnet)
	some route in ways_out.appliance_routes(subnet)
}

_names(place) := [firewall.address | some firewall in ways_out.firewalls[place]]

_leads_to_firewall(route, place) if {
	some firewall in ways_out.firewalls[place]
	firewall.key in estate.references(route.owner, route.hop)
}

_leads_to_firewall(route, place) if {
	some balancer in ways_out.firewalls[place]
	some frontend in estate.blocks(balancer, "frontend_ip_configuration")
	frontend.private_ip_address == estate.value(route.owner, route.hop)
}
