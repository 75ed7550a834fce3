# METADATA
# title: A server has the Azure Monitor Agent
# description: |
#   What a server runs short of inside, a full journal volume before all, is told by its agent alone. Firewall
#   appliances take none.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/agents/azure-monitor-agent-manage
#     description: Azure Monitor Agent
# custom:
#   id: IRIS-MON-004
#   name: server-agent
#   severity: medium
#   family: monitoring
#   requirements: [vm.monitor-agent]
#   remediation: |
#     Add an azurerm_virtual_machine_extension of type AzureMonitorLinuxAgent or AzureMonitorWindowsAgent and
#     publisher Microsoft.Azure.Monitor.
package iris.rules.monitoring.server_agent

import data.iris.estate
import data.iris.monitors
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains server.key if some server in monitors.servers

failures contains report.finding(server, ["must have the Azure Monitor Agent, got none"]) if {
	some server in monitors.servers
	not _has_agent(server)
	not _may_have_agent(server)
}

undecided contains report.finding(server, ["its extensions are known only after apply"]) if {
	some server in monitors.servers
	not _has_agent(server)
	_may_have_agent(server)
}

_has_agent(server) if {
	some extension in _extensions(server)
	estate.value(extension, ["type"]) in {"AzureMonitorLinuxAgent", "AzureMonitorWindowsAgent"}
}

_may_have_agent(server) if {
	some extension in _extensions(server)
	estate.is_unknown(estate.value(extension, ["type"]))
}

_may_have_agent(_) if {
	some extension in input.resources.azurerm_virtual_machine_extension
	estate.is_link_unknown(extension, ["virtual_machine_id"])
}

_extensions(server) := estate.sources(server, "azurerm_virtual_machine_extension", "virtual_machine_id")
