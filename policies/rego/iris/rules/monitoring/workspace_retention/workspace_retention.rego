# METADATA
# title: Logs are kept for at least 365 days
# description: |
#   What happened in a year can be looked up: audits ask for it, and an intrusion may have begun long ago.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
#     description: Retention of logs
# custom:
#   id: IRIS-MON-018
#   name: workspace-retention
#   severity: medium
#   family: monitoring
#   requirements: [mon.logprofile-365]
#   remediation: |
#     Set retention_in_days to 365 or more; 730 is the most.
package iris.rules.monitoring.workspace_retention

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains workspace.key if some workspace in input.resources.azurerm_log_analytics_workspace

failures contains report.must_be(workspace, _path, "365 or more", days) if {
	some workspace in input.resources.azurerm_log_analytics_workspace
	days := estate.value_or(workspace, _path, 30)
	is_number(days)
	days < 365
}

undecided contains report.unknown(workspace, _path) if {
	some workspace in input.resources.azurerm_log_analytics_workspace
	estate.is_unknown(estate.value(workspace, _path))
}

_path := ["retention_in_days"]
