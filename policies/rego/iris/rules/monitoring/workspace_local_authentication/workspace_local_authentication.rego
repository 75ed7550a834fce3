# METADATA
# title: A workspace knows Entra ID only
# description: |
#   Whoever has the shared key of a workspace writes logs into it, under any name, and nobody can tell who did.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/logs/disable-local-authentication
#     description: Workspaces without local authentication
# custom:
#   id: IRIS-MON-019
#   name: workspace-local-authentication
#   severity: medium
#   family: monitoring
#   requirements: [S26]
#   remediation: |
#     Set local_authentication_enabled to false (local_authentication_disabled to true in azurerm before 4.51).
package iris.rules.monitoring.workspace_local_authentication

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains workspace.key if some workspace in input.resources.azurerm_log_analytics_workspace

failures contains report.must_be(workspace, ["local_authentication_enabled"], "false", true) if {
	some workspace in input.resources.azurerm_log_analytics_workspace
	estate.value_or(workspace, ["local_authentication_enabled"], true) == true
	estate.value_or(workspace, ["local_authentication_disabled"], false) == false
}

undecided contains report.unknown(workspace, path) if {
	some workspace in input.resources.azurerm_log_analytics_workspace
	estate.value(workspace, ["local_authentication_enabled"]) != false
	estate.value(workspace, ["local_authentication_disabled"]) != true
	path := [path | some path in _paths; estate.is_unknown(estate.value(workspace, path))][0]
}

_paths := [["local_authentication_enabled"], ["local_authentication_disabled"]]
