# METADATA
# title: A resource that has logs sends them somewhere
# description: |
#   Without a diagnostic setting Azure throws resource logs away: who used a key, which rule refused a flow, which
#   probe failed cannot be told afterwards. Where they go and what is in them is judged by other rules. The account
#   that holds the states of all deployments (tag iris-holds with the value state) is made before there is a
#   workspace.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
#     description: Diagnostic settings in Azure Monitor
# custom:
#   id: IRIS-MON-001
#   name: diagnostic-setting
#   severity: high
#   family: monitoring
#   requirements: [kv.logs, aa.logs, storage.logging]
#   remediation: |
#     Add an azurerm_monitor_diagnostic_setting whose target_resource_id is the resource; for a storage account, one
#     for each of its services.
package iris.rules.monitoring.diagnostic_setting

import data.iris.estate
import data.iris.monitors
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some resource in _logging

failures contains report.finding(resource, ["must have a diagnostic setting, got none"]) if {
	count(_unresolved) == 0
	some resource in _logging
	count(_settings(resource)) == 0
}

undecided contains report.finding(resource, ["target of ", report.listed(_unresolved), _later]) if {
	count(_unresolved) > 0
	some resource in _logging
	count(_settings(resource)) == 0
}

_logging := [resource |
	some type in monitors.logging
	some resource in input.resources[type]
	estate.tag(resource, "iris-holds") != "state"
]

_settings(resource) := estate.sources(resource, "azurerm_monitor_diagnostic_setting", "target_resource_id")

_unresolved contains setting.address if {
	some setting in input.resources.azurerm_monitor_diagnostic_setting
	estate.is_link_unknown(setting, ["target_resource_id"])
}

_later := " is known only after apply"
