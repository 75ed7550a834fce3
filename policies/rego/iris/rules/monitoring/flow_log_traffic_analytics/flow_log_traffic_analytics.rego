# METADATA
# title: Records of flows are summed up by traffic analytics
# description: |
#   Records by the minute in a storage account are read by nobody; traffic analytics makes a table of them that is.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/network-watcher/traffic-analytics
#     description: Traffic analytics
# custom:
#   id: IRIS-MON-009
#   name: flow-log-traffic-analytics
#   severity: low
#   family: monitoring
#   requirements: [S27]
#   remediation: |
#     Add traffic_analytics to the flow log, enabled, with a workspace.
package iris.rules.monitoring.flow_log_traffic_analytics

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains log.key if some log in input.resources.azurerm_network_watcher_flow_log

failures contains report.must_be(log, _path, "true", received) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	received := estate.value_or(log, _path, false)
	received == false
}

undecided contains report.unknown(log, _path) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	estate.is_unknown(estate.value(log, _path))
}

_path := ["traffic_analytics", 0, "enabled"]
