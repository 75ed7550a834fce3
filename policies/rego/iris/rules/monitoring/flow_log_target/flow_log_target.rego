# METADATA
# title: No flow log is of a network security group
# description: |
#   Azure makes no new flow logs of network security groups since 2025-06-30, and ends those there are on 2027-09-30.
#   Those of a virtual network take their place.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-migrate
#     description: Migrating from network security group flow logs
# custom:
#   id: IRIS-MON-010
#   name: flow-log-target
#   severity: medium
#   family: monitoring
#   requirements: [S27]
#   remediation: |
#     Set target_resource_id to the virtual network, and leave out network_security_group_id.
package iris.rules.monitoring.flow_log_target

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains log.key if some log in input.resources.azurerm_network_watcher_flow_log

failures contains report.finding(log, [_message]) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	_of_security_group(log)
}

undecided contains report.finding(log, ["what it records is known only after apply"]) if {
	some log in input.resources.azurerm_network_watcher_flow_log
	not _of_security_group(log)
	some path in [["target_resource_id"], ["network_security_group_id"]]
	estate.is_link_unknown(log, path)
}

_of_security_group(log) if estate.is_linked(log, ["network_security_group_id"])

_of_security_group(log) if count(estate.targets(log, ["target_resource_id"], "azurerm_network_security_group")) > 0

_of_security_group(log) if {
	id := estate.value(log, ["target_resource_id"])
	is_string(id)
	contains(lower(id), "/networksecuritygroups/")
}

_message := "must record a virtual network, subnet or network interface, got a network security group"
