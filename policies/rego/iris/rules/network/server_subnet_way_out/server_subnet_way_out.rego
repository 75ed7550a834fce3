# METADATA
# title: A subnet of servers has a way out that is said
# description: |
#   Azure gives new subnets no way to the internet of its own. Servers need one for updates and for Azure's services: a
#   NAT gateway, or a default route to a firewall. Subnets of firewalls go out by their load balancer.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
#     description: Default outbound access
# custom:
#   id: IRIS-NET-025
#   name: server-subnet-way-out
#   severity: high
#   family: network
#   requirements: [S27]
#   remediation: |
#     Associate the subnet with a NAT gateway, or with a route table whose route for 0.0.0.0/0 leads to a firewall
#     (VirtualAppliance).
package iris.rules.network.server_subnet_way_out

import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key if some key, _ in ways_out.server_subnets

failures contains report.finding(subnet, ["must have a NAT gateway or a default route to a firewall, got neither"]) if {
	count(ways_out.unresolved_associations) == 0
	some subnet in _without
}

undecided contains report.finding(subnet, ["subnet of ", report.listed(unresolved), " is known only after apply"]) if {
	unresolved := ways_out.unresolved_associations
	count(unresolved) > 0
	some subnet in _without
}

_without := [subnet |
	some subnet in ways_out.server_subnets
	count(ways_out.nat_associations(subnet)) == 0
	count(ways_out.appliance_routes(subnet)) == 0
]
