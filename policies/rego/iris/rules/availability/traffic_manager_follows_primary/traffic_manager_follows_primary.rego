# METADATA
# title: Traffic Manager follows the mirror's primary
# description: |
#   Priority routing leads users to the primary's region alone, and monitoring of the mirror status page, which
#   answers 200 only there, moves them when a DR member has been promoted.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
#     description: Traffic Manager end point monitoring
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-routing-methods
#     description: Traffic Manager routing methods
# custom:
#   id: IRIS-AVL-017
#   name: traffic-manager-follows-primary
#   severity: critical
#   family: availability
#   requirements: [S21]
#   remediation: |
#     Set traffic_routing_method to Priority, and monitor_config.path to the mirror status page, such as
#     /csp/bin/mirror_status.cxw.
package iris.rules.availability.traffic_manager_follows_primary

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains report.must_be(profile, _routing, "Priority", method) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	method := estate.value(profile, _routing)
	_is_wrong_method(method)
}

failures contains report.must_be(profile, _monitored, "the mirror status page (mirror_status.cxw)", path) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	not _is_wrong_method(estate.value(profile, _routing))
	path := estate.value(profile, _monitored)
	_is_wrong_path(path)
}

undecided contains report.finding(profile, ["routing method or monitored path is known only after apply"]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	method := estate.value(profile, _routing)
	not _is_wrong_method(method)
	path := estate.value(profile, _monitored)
	not _is_wrong_path(path)
	some value in [method, path]
	estate.is_unknown(value)
}

_is_wrong_method(method) if {
	method != "Priority"
	not estate.is_unknown(method)
}

_is_wrong_path(path) if {
	not estate.is_unknown(path)
	not endswith(path, "/mirror_status.cxw")
}

_routing := ["traffic_routing_method"]

_monitored := ["monitor_config", 0, "path"]
