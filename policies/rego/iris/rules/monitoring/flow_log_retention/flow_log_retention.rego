# METADATA
# title: Records of flows are kept for at least 90 days
# description: |
#   An intrusion is found after weeks; then the records of its beginning must still be there. 0 days means for ever.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview
#     description: Virtual network flow logs
# custom:
#   id: IRIS-MON-008
#   name: flow-log-retention
#   severity: medium
#   family: monitoring
#   requirements: [flowlog.retention]
#   remediation: |
#     Set retention_policy to enabled with days of 90 or more.
package iris.rules.monitoring.flow_log_retention

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains log.key if some log in input.resources.azurerm_network_watcher_flow_log

failures contains report.must_be(log, _enabled, "true", received) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	received := estate.value_or(log, _enabled, false)
	received == false
}

failures contains report.must_be(log, _days, "0, or 90 or more", received) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	estate.value_or(log, _enabled, false) != false
	received := estate.value(log, _days)
	_is_short(received)
}

undecided contains report.unknown(log, ["retention_policy"]) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	some path in [_enabled, _days]
	estate.is_unknown(estate.value(log, path))
	estate.value_or(log, _enabled, false) != false
	not _is_short(estate.value(log, _days))
}

_is_short(null)

_is_short(days) if {
	is_number(days)
	days != 0
	days < 90
}

_enabled := ["retention_policy", 0, "enabled"]

_days := ["retention_policy", 0, "days"]
