# METADATA
# title: A diagnostic setting sends logs
# description: |
#   A setting that sends metrics alone, which Azure Monitor keeps anyway, looks like one and tells nothing.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
#     description: Diagnostic settings in Azure Monitor
# custom:
#   id: IRIS-MON-003
#   name: diagnostic-logs
#   severity: medium
#   family: monitoring
#   requirements: [mon.diag-categories]
#   remediation: |
#     Add an enabled_log with the category_group allLogs, or one for each category.
package iris.rules.monitoring.diagnostic_logs

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains setting.key if some setting in input.resources.azurerm_monitor_diagnostic_setting

failures contains report.finding(setting, [_message]) if {
	some setting in input.resources.azurerm_monitor_diagnostic_setting
	not _may_log(setting)
}

undecided contains report.unknown(setting, ["enabled_log"]) if {
	some setting in input.resources.azurerm_monitor_diagnostic_setting
	_may_log(setting)
	not _logs(setting)
}

_logs(setting) if {
	some log in estate.blocks(setting, "enabled_log")
	some name in ["category", "category_group"]
	is_string(log[name])
}

_may_log(setting) if _logs(setting)

_may_log(setting) if estate.is_unknown(estate.value(setting, ["enabled_log"]))

_may_log(setting) if {
	some log in estate.blocks(setting, "enabled_log")
	some name in ["category", "category_group"]
	estate.is_unknown(log[name])
}

_message := "must have an enabled_log with a category or a category group, got none"
