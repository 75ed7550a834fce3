# METADATA
# title: An alert tells somebody
# description: |
#   An alert without an action group is raised and shown in the portal, where nobody looks at night.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
#     description: Action groups
# custom:
#   id: IRIS-MON-016
#   name: alert-action
#   severity: high
#   family: monitoring
#   requirements: [mon.activity-alerts]
#   remediation: |
#     Add an action with an action group (action_group_id, or action_groups of a query alert).
package iris.rules.monitoring.alert_action

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains alert.key if some alert in _alerts

failures contains report.finding(alert, ["must have an action group, got none"]) if {
	some alert in _alerts
	not _may_tell(alert)
}

undecided contains report.unknown(alert, ["action"]) if {
	some alert in _alerts
	_may_tell(alert)
	not _tells(alert)
}

_alerts := [alert |
	some type in [
		"azurerm_monitor_activity_log_alert",
		"azurerm_monitor_metric_alert",
		"azurerm_monitor_scheduled_query_rules_alert_v2",
	]
	some alert in input.resources[type]
]

_tells(alert) if {
	some path in _paths(alert)
	estate.is_linked(alert, path)
}

# References of a list of plain values are those of the list.
_tells(alert) if {
	some index, _ in estate.blocks(alert, "action")
	count(estate.references(alert, ["action", index, "action_groups"])) > 0
}

_may_tell(alert) if _tells(alert)

_may_tell(alert) if estate.is_unknown(estate.value(alert, ["action"]))

_may_tell(alert) if {
	some path in _paths(alert)
	estate.is_link_unknown(alert, path)
}

_paths(alert) := [path |
	some index, _ in estate.blocks(alert, "action")
	some path in [["action", index, "action_group_id"], ["action", index, "action_groups", 0]]
]
