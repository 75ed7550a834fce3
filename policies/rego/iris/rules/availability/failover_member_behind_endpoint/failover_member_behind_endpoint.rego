# METADATA
# title: A failover member is behind the mirror's load balancer
# description: |
#   A cloud has no mirror virtual IP: one address follows the primary only if the network interfaces of both
#   failover members are in a back-end pool of a load balancer tagged iris-endpoint mirror.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
#     description: Load balancer health probes
# custom:
#   id: IRIS-AVL-012
#   name: failover-member-behind-endpoint
#   severity: critical
#   family: availability
#   requirements: [S13]
#   remediation: |
#     Associate the member's network interface with a back-end pool of the mirror's load balancer.
package iris.rules.availability.failover_member_behind_endpoint

import data.iris.endpoints
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _members

failures contains report.finding(machine, [_message]) if {
	some machine in _members
	not _is_behind(machine)
	not machines.interfaces_unknown(machine)
}

undecided contains report.unknown(machine, ["network_interface_ids"]) if {
	some machine in _members
	not _is_behind(machine)
	machines.interfaces_unknown(machine)
}

_members := [machine |
	some role in ["primary", "backup"]
	some machine in machines.by_role[role]
]

_is_behind(machine) if {
	some balancer in endpoints.balancers_of(machine)
	endpoints.kind(input.resources.azurerm_lb[balancer]) == "mirror"
}

_message := "network interface must be in a pool of a load balancer with the tag iris-endpoint mirror, got none"
