# METADATA
# title: The flows of a virtual network are recorded
# description: |
#   Records of flows tell who reached what, and what was refused, long after it happened.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview
#     description: Virtual network flow logs
# custom:
#   id: IRIS-MON-007
#   name: network-flow-log
#   severity: medium
#   family: monitoring
#   requirements: [S27]
#   remediation: |
#     Add an azurerm_network_watcher_flow_log that is enabled and whose target_resource_id is the virtual network.
package iris.rules.monitoring.network_flow_log

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains network.key if some network in input.resources.azurerm_virtual_network

failures contains report.finding(network, ["must have an enabled flow log, got none"]) if {
	some network in input.resources.azurerm_virtual_network
	not _is_recorded(network)
	not _may_be_recorded(network)
}

undecided contains report.finding(network, ["its flow log is known only after apply"]) if {
	some network in input.resources.azurerm_virtual_network
	not _is_recorded(network)
	_may_be_recorded(network)
}

_is_recorded(network) if {
	some log in _logs(network)
	estate.value(log, ["enabled"]) == true
}

_may_be_recorded(network) if {
	some log in _logs(network)
	estate.is_unknown(estate.value(log, ["enabled"]))
}

_may_be_recorded(_) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	estate.is_link_unknown(log, ["target_resource_id"])
}

_logs(network) := estate.sources(network, "azurerm_network_watcher_flow_log", "target_resource_id")
