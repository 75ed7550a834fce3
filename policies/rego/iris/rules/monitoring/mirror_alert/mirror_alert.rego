# METADATA
# title: An alert tells when a mirror has no primary
# description: |
#   The load balancer of a failover pair forwards nothing while no member answers as primary: users stand still until
#   somebody is told. In a region with nothing but a DR async member none answers before a promotion.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-standard-diagnostics
#     description: Metrics of Azure Load Balancer
# custom:
#   id: IRIS-MON-011
#   name: mirror-alert
#   severity: high
#   family: monitoring
#   requirements: [S12, S13]
#   remediation: |
#     Add an azurerm_monitor_metric_alert on DipAvailability of the load balancer; half of the probes of two members
#     are answered when one of them is primary, so the threshold lies below 50.
package iris.rules.monitoring.mirror_alert

import data.iris.endpoints
import data.iris.machines
import data.iris.monitors

id := rego.metadata.chain()[1].annotations.custom.id

judged contains balancer.key if some balancer in _of_failover_pairs

failures contains monitors.unwatched(balancer, _metrics) if {
	some balancer in _of_failover_pairs
	not _is_watched(balancer)
	not monitors.may_be_watched(balancer)
}

undecided contains monitors.undecided(balancer) if {
	some balancer in _of_failover_pairs
	not _is_watched(balancer)
	monitors.may_be_watched(balancer)
}

_metrics := {"DipAvailability"}

_is_watched(balancer) if {
	some criterion in monitors.criteria(balancer)
	criterion.metric_name in _metrics
	criterion.operator in {"LessThan", "LessThanOrEqual"}
}

_of_failover_pairs := [balancer |
	some balancer in input.resources.azurerm_lb
	endpoints.kind(balancer) == "mirror"
	balancer.key in _balancers_of_members
]

_balancers_of_members contains key if {
	some role in ["primary", "backup"]
	some member in machines.by_role[role]
	some key in endpoints.balancers_of(member)
}
