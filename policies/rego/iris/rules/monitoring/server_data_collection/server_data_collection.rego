# METADATA
# title: The agent of a server follows a data collection rule
# description: |
#   An agent without a rule sends nothing but that it lives.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/azure-monitor/vm/data-collection
#     description: Collecting data from virtual machines
# custom:
#   id: IRIS-MON-006
#   name: server-data-collection
#   severity: medium
#   family: monitoring
#   requirements: [vm.monitor-agent]
#   remediation: |
#     Add an azurerm_monitor_data_collection_rule_association of the machine that names a data_collection_rule_id.
package iris.rules.monitoring.server_data_collection

import data.iris.estate
import data.iris.monitors
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains server.key if some server in monitors.servers

failures contains report.finding(server, ["must follow a data collection rule, got none"]) if {
	some server in monitors.servers
	not _follows(server)
	not _may_follow(server)
}

undecided contains report.finding(server, ["what its agent follows is known only after apply"]) if {
	some server in monitors.servers
	not _follows(server)
	_may_follow(server)
}

_follows(server) if {
	some association in _associations(server)
	estate.is_linked(association, ["data_collection_rule_id"])
}

_may_follow(server) if {
	some association in _associations(server)
	estate.is_link_unknown(association, ["data_collection_rule_id"])
}

_may_follow(_) if {
	some association in input.resources.azurerm_monitor_data_collection_rule_association
	estate.is_link_unknown(association, ["target_resource_id"])
}

_associations(server) := estate.sources(
	server,
	"azurerm_monitor_data_collection_rule_association",
	"target_resource_id",
)
