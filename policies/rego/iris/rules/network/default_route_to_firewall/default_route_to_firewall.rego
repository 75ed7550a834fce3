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

failures contains report.finding(subnet, ["must go out by ", _names(subnet), " alone, got a NAT gateway"]) if {
	some subnet in _guarded
	count(ways_out.nat_associations(subnet)) > 0
}

failures contains report.finding(subnet, ["must go out by ", _names(subnet), ", got a default route elsewhere"]) if {
	some subnet in _guarded
	count(ways_out.nat_associations(subnet)) == 0
	some route in ways_out.appliance_routes(subnet)
	not _leads_to_firewall(route, subnet)
	not estate.is_link_unknown(route.owner, route.hop)
}

undecided contains report.finding(subnet, ["next hop of its default route is known only after apply"]) if {
	some subnet in _guarded
	count(ways_out.nat_associations(subnet)) == 0
	some route in ways_out.appliance_routes(subnet)
	estate.is_link_unknown(route.owner, route.hop)
}

_guarded[key] := subnet if {
	some key, subnet in ways_out.server_subnets
	ways_out.firewalls[ways_out.region(subnet)]
}

_names(subnet) := report.listed([firewall.address | some firewall in ways_out.firewalls[ways_out.region(subnet)]])

_leads_to_firewall(route, subnet) if {
	some firewall in ways_out.firewalls[ways_out.region(subnet)]
	firewall.key in estate.references(route.owner, route.hop)
}

_leads_to_firewall(route, subnet) if {
	some balancer in ways_out.firewalls[ways_out.region(subnet)]
	some frontend in estate.blocks(balancer, "frontend_ip_configuration")
	frontend.private_ip_address == estate.value(route.owner, route.hop)
}
