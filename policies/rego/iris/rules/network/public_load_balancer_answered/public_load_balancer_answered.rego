# METADATA
# title: What a public load balancer lets in leaves by the way it came
# description: |
#   A server whose default route leads to a firewall answers through it; the firewall has not seen the question and
#   drops the answer. Such servers are reached by an Application Gateway, or by the public load balancer of the
#   firewalls.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/firewall/integrate-lb
#     description: Asymmetric routing with a public load balancer
# custom:
#   id: IRIS-NET-035
#   name: public-load-balancer-answered
#   severity: high
#   family: network
#   requirements: [S9, S27]
#   remediation: |
#     Remove the servers from the public load balancer, or give their subnet a NAT gateway instead of the route to the
#     firewall.
package iris.rules.network.public_load_balancer_answered

import data.iris.endpoints
import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains balancer.key if some balancer in _public

failures contains report.finding(balancer, [report.listed(lost), " answers by a firewall, past the load balancer"]) if {
	some balancer in _public
	_is_linked(balancer)
	lost := _lost(balancer)
	count(lost) > 0
}

undecided contains report.finding(balancer, ["whether it has a public address is known only after apply"]) if {
	some balancer in _public
	not _is_linked(balancer)
	count(_lost(balancer)) > 0
}

_lost(balancer) := {machine.address |
	some machine in machines.present
	not ways_out.is_firewall(machine)
	balancer.key in endpoints.balancers_of(machine)
	some interface in machines.interfaces(machine)
	some subnet in ways_out.subnets_of(interface)
	count(ways_out.appliance_routes(subnet)) > 0
}

_public := [balancer |
	some balancer in input.resources.azurerm_lb
	_may_be_public(balancer)
]

_may_be_public(balancer) if _is_linked(balancer)

_may_be_public(balancer) if {
	some path in _paths(balancer)
	estate.is_link_unknown(balancer, path)
}

_is_linked(balancer) if {
	some path in _paths(balancer)
	estate.is_linked(balancer, path)
}

_paths(balancer) := [["frontend_ip_configuration", index, "public_ip_address_id"] |
	some index, _ in estate.blocks(balancer, "frontend_ip_configuration")
]
