# METADATA
# title: The Azure Monitor Agent is kept up to date by Azure
# description: |
#   An agent that nobody upgrades stops sending when its version is retired, and alerts on what it sends stay silent.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/automatic-extension-upgrade
#     description: Automatic extension upgrade
# custom:
#   id: IRIS-MON-005
#   name: agent-upgrade
#   severity: low
#   family: monitoring
#   requirements: [vm.monitor-agent]
#   remediation: |
#     Set automatic_upgrade_enabled to true.
package iris.rules.monitoring.agent_upgrade

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains agent.key if some agent in _agents

failures contains report.must_be(agent, _path, "true", false) if {
	some agent in _agents
	estate.value_or(agent, _path, false) == false
}

undecided contains report.unknown(agent, _path) if {
	some agent in _agents
	estate.is_unknown(estate.value(agent, _path))
}

_agents := [extension |
	some extension in input.resources.azurerm_virtual_machine_extension
	estate.value(extension, ["type"]) in {"AzureMonitorLinuxAgent", "AzureMonitorWindowsAgent"}
]

_path := ["automatic_upgrade_enabled"]
