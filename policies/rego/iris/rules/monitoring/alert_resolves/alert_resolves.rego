# METADATA
# title: An alert resolves itself
# description: |
#   An alert that stays raised after its cause is gone is not raised again by the next one, and nobody is told.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview
#     description: Stateful alerts
# custom:
#   id: IRIS-MON-020
#   name: alert-resolves
#   severity: low
#   family: monitoring
#   requirements: [alert.auto-mitigate]
#   remediation: |
#     Leave auto_mitigate of a metric alert at true; set auto_mitigation_enabled of a query alert to true.
package iris.rules.monitoring.alert_resolves

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains alert.key if {
	some type, _ in _attributes
	some alert in input.resources[type]
}

failures contains report.must_be(alert, attribute.path, "true", false) if {
	some type, attribute in _attributes
	some alert in input.resources[type]
	estate.value_or(alert, attribute.path, attribute.usual) == false
}

undecided contains report.unknown(alert, attribute.path) if {
	some type, attribute in _attributes
	some alert in input.resources[type]
	estate.is_unknown(estate.value(alert, attribute.path))
}

_attributes := {
	"azurerm_monitor_metric_alert": {"path": ["auto_mitigate"], "usual": true},
	"azurerm_monitor_scheduled_query_rules_alert_v2": {"path": ["auto_mitigation_enabled"], "usual": false},
}
