# METADATA
# title: Logs go to a Log Analytics workspace
# description: |
#   Logs in a storage account or an event hub can neither be queried when something happens nor raise an alert.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
#     description: Diagnostic settings in Azure Monitor
# custom:
#   id: IRIS-MON-002
#   name: diagnostic-workspace
#   severity: medium
#   family: monitoring
#   requirements: [mon.diag-categories]
#   remediation: |
#     Set log_analytics_workspace_id; a storage account or event hub may be there beside it.
package iris.rules.monitoring.diagnostic_workspace

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains setting.key if some setting in input.resources.azurerm_monitor_diagnostic_setting

failures contains report.must_be(setting, _path, "the id of a workspace", null) if {
	some setting in input.resources.azurerm_monitor_diagnostic_setting
	estate.link(setting, _path, "a workspace") == null
}

undecided contains report.unknown(setting, _path) if {
	some setting in input.resources.azurerm_monitor_diagnostic_setting
	estate.is_link_unknown(setting, _path)
}

_path := ["log_analytics_workspace_id"]
