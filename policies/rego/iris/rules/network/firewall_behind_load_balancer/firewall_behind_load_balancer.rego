# METADATA
# title: A third-party firewall is behind the load balancer that routes lead to
# description: |
#   Routes name the load balancer's address. A firewall (role firewall) outside its pool takes no traffic, and nobody
#   notices until it is the last.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/architecture/networking/guide/network-virtual-appliance-high-availability
#     description: Highly available network virtual appliances
# custom:
#   id: IRIS-NET-029
#   name: firewall-behind-load-balancer
#   severity: high
#   family: network
#   requirements: [S27]
#   remediation: |
#     Associate the firewall's inner network interface with
#     the pool of the load balancer whose tag iris-endpoint is firewall-internal.
package iris.rules.network.firewall_behind_load_balancer

import data.iris.endpoints
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.by_role.firewall

failures contains report.finding(machine, [_message]) if {
	some machine in machines.by_role.firewall
	count(_balancers(machine)) == 0
	not machines.interfaces_unknown(machine)
}

undecided contains report.unknown(machine, ["network_interface_ids"]) if {
	some machine in machines.by_role.firewall
	count(_balancers(machine)) == 0
	machines.interfaces_unknown(machine)
}

_message := "must be behind a load balancer (iris-endpoint firewall-internal), got none"

_balancers(machine) := [balancer |
	some key in endpoints.balancers_of(machine)
	balancer := input.resources.azurerm_lb[key]
	endpoints.kind(balancer) == "firewall-internal"
]
