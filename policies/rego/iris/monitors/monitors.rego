# METADATA
# title: What watches resources
# description: Diagnostic settings, agents and alerts of a resource, and what may still turn out to be one.
package iris.monitors

import data.iris.estate
import data.iris.machines
import data.iris.report

# METADATA
# description: the types of resource that have logs
logging := [
	"azurerm_application_gateway",
	"azurerm_automation_account",
	"azurerm_bastion_host",
	"azurerm_express_route_circuit",
	"azurerm_firewall",
	"azurerm_key_vault",
	"azurerm_lb",
	"azurerm_log_analytics_workspace",
	"azurerm_network_security_group",
	"azurerm_public_ip",
	"azurerm_recovery_services_vault",
	"azurerm_storage_account",
	"azurerm_traffic_manager_profile",
	"azurerm_virtual_network",
	"azurerm_virtual_network_gateway",
]

# METADATA
# description: machines that take an agent; firewall appliances are watched by their maker's means
servers := [machine |
	some machine in machines.present
	machines.role(machine) != "firewall"
]

# METADATA
# description: |
#   whether a resource is certainly watched by an alert on one of these metrics: an enabled one that has it in scope
is_watched(resource, metrics) if {
	some criterion in criteria(resource)
	criterion.metric_name in metrics
}

# METADATA
# description: criteria of the enabled alerts that have a resource in scope
criteria(resource) := [criterion |
	some alert in _alerts(resource)
	estate.value_or(alert, ["enabled"], true) == true
	some criterion in estate.blocks(alert, "criteria")
]

# METADATA
# description: |
#   whether an alert on a resource may yet turn out to be enabled and on one of the metrics, or some alert's scope
#   may yet turn out to hold the resource
# scope: document
may_be_watched(resource) if {
	some alert in _alerts(resource)
	some path in [["enabled"], ["criteria"], ["criteria", 0, "metric_name"]]
	estate.is_unknown(estate.value(alert, path))
}

may_be_watched(_) if count(_alerts_anywhere) > 0

# METADATA
# description: a finding that a resource must be watched by an alert on one of these metrics
unwatched(resource, metrics) := report.finding(
	resource,
	["must be watched by an enabled alert on ", concat(" or ", sort(metrics)), ", got none"],
)

# METADATA
# description: a finding that no one can tell yet whether a resource is watched
undecided(resource) := report.finding(resource, ["what watches it is known only after apply"])

# METADATA
# description: whether a list of ids is known only after apply and no reference tells what it names
is_list_unknown(resource, attribute) if {
	count(estate.references(resource, [attribute])) == 0
	some path in [[attribute], [attribute, 0]]
	estate.is_unknown(estate.value(resource, path))
}

_alerts(resource) := estate.sources(resource, "azurerm_monitor_metric_alert", "scopes")

_alerts_anywhere contains alert.address if {
	some alert in input.resources.azurerm_monitor_metric_alert
	is_list_unknown(alert, "scopes")
}
