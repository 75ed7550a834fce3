# METADATA
# title: An action group tells somebody
# description: |
#   An action group that is off, or has no receiver, swallows every alert.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
#     description: Action groups
# custom:
#   id: IRIS-MON-017
#   name: action-group-receiver
#   severity: high
#   family: monitoring
#   requirements: [mon.activity-alerts]
#   remediation: |
#     Add an email_receiver, a webhook_receiver or another receiver, and leave enabled at true.
package iris.rules.monitoring.action_group_receiver

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains group.key if some group in input.resources.azurerm_monitor_action_group

failures contains report.must_be(group, ["enabled"], "true", false) if {
	some group in input.resources.azurerm_monitor_action_group
	estate.value_or(group, ["enabled"], true) == false
}

failures contains report.finding(group, ["must have a receiver, got none"]) if {
	some group in input.resources.azurerm_monitor_action_group
	estate.value_or(group, ["enabled"], true) != false
	not _may_reach(group)
}

undecided contains report.unknown(group, ["enabled"]) if {
	some group in input.resources.azurerm_monitor_action_group
	estate.is_unknown(estate.value(group, ["enabled"]))
	_may_reach(group)
}

undecided contains report.finding(group, ["its receivers are known only after apply"]) if {
	some group in input.resources.azurerm_monitor_action_group
	estate.value_or(group, ["enabled"], true) == true
	_may_reach(group)
	not _reaches(group)
}

_reaches(group) if {
	some receiver in _receivers
	count(estate.blocks(group, receiver)) > 0
}

_may_reach(group) if _reaches(group)

_may_reach(group) if {
	some receiver in _receivers
	estate.is_unknown(estate.value(group, [receiver]))
}

_receivers := [
	"arm_role_receiver",
	"automation_runbook_receiver",
	"azure_app_push_receiver",
	"azure_function_receiver",
	"email_receiver",
	"event_hub_receiver",
	"itsm_receiver",
	"logic_app_receiver",
	"sms_receiver",
	"voice_receiver",
	"webhook_receiver",
]
