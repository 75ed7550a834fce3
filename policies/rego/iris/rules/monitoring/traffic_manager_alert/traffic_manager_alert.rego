# METADATA
# title: An alert tells when Traffic Manager finds no end point
# description: |
#   When all end points fail their probe, Traffic Manager returns all of them, and users reach a region that does not
#   serve.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-metrics-alerts
#     description: Metrics and alerts of Traffic Manager
# custom:
#   id: IRIS-MON-012
#   name: traffic-manager-alert
#   severity: high
#   family: monitoring
#   requirements: [S21]
#   remediation: |
#     Add an azurerm_monitor_metric_alert on ProbeAgentCurrentEndpointStateByProfileResourceId of the profile.
package iris.rules.monitoring.traffic_manager_alert

import data.iris.monitors

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains monitors.unwatched(profile, _metrics) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	not monitors.is_watched(profile, _metrics)
	not monitors.may_be_watched(profile)
}

undecided contains monitors.undecided(profile) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	not monitors.is_watched(profile, _metrics)
	monitors.may_be_watched(profile)
}

_metrics := {"ProbeAgentCurrentEndpointStateByProfileResourceId"}
