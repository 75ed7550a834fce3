# METADATA
# title: Alerts of Azure Backup reach somebody
# description: |
#   Azure Backup raises an alert when a backup fails, but tells nobody: a rule on alerts must bring it to an action
#   group.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-monitoring-alerts
#     description: Alerts of Azure Backup
# custom:
#   id: IRIS-MON-015
#   name: backup-alert
#   severity: high
#   family: monitoring
#   requirements: [S15]
#   remediation: |
#     Add an azurerm_monitor_alert_processing_rule_action_group with the vault, or its resource group, in its scopes.
package iris.rules.monitoring.backup_alert

import data.iris.estate
import data.iris.monitors
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.finding(vault, [_message]) if {
	some vault in input.resources.azurerm_recovery_services_vault
	not _is_told(vault)
	not _may_be_told(vault)
}

undecided contains report.finding(vault, ["who is told of its alerts is known only after apply"]) if {
	some vault in input.resources.azurerm_recovery_services_vault
	not _is_told(vault)
	_may_be_told(vault)
}

_is_told(vault) if {
	some rule in _rules(vault)
	estate.value_or(rule, ["enabled"], true) == true
}

_may_be_told(vault) if {
	some rule in _rules(vault)
	estate.is_unknown(estate.value(rule, ["enabled"]))
}

_may_be_told(_) if {
	some rule in input.resources.azurerm_monitor_alert_processing_rule_action_group
	monitors.is_list_unknown(rule, "scopes")
}

_rules(vault) := [rule |
	some scope in array.concat([vault], estate.targets(vault, ["resource_group_name"], "azurerm_resource_group"))
	some rule in estate.sources(scope, "azurerm_monitor_alert_processing_rule_action_group", "scopes")
]

_message := "must be in the scopes of an enabled rule that adds an action group, got none"
