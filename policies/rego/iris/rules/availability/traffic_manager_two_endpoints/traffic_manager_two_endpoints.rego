# METADATA
# title: Traffic Manager has at least two end points in service
# description: |
#   With one end point the profile leads users nowhere when its region is lost.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-endpoint-types
#     description: Traffic Manager end points
# custom:
#   id: IRIS-AVL-016
#   name: traffic-manager-two-endpoints
#   severity: high
#   family: availability
#   requirements: [S19, S21, tm.endpoints-2]
#   remediation: |
#     Add an enabled end point for each region to the profile.
package iris.rules.availability.traffic_manager_two_endpoints

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains finding if {
	some profile in input.resources.azurerm_traffic_manager_profile
	in_service := count(_endpoints(profile, true))
	in_service + count(_endpoints(profile, {"$unknown": true})) < 2
	finding := report.finding(profile, ["must have two or more enabled end points, got ", format_int(in_service, 10)])
}

undecided contains report.finding(profile, ["whether an end point is enabled is known only after apply"]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	in_service := count(_endpoints(profile, true))
	in_service < 2
	in_service + count(_endpoints(profile, {"$unknown": true})) >= 2
}

_endpoints(profile, enabled) := [endpoint |
	some type in _types
	some endpoint in estate.sources(profile, type, "profile_id")
	estate.value_or(endpoint, ["enabled"], true) == enabled
]

_types := [
	"azurerm_traffic_manager_azure_endpoint",
	"azurerm_traffic_manager_external_endpoint",
	"azurerm_traffic_manager_nested_endpoint",
]
