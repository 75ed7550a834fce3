# METADATA
# title: End points of Traffic Manager are in different regions
# description: |
#   Two end points in one region are lost together. Judged where the estate holds the public addresses to which they
#   lead.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-endpoint-types
#     description: Traffic Manager end points
# custom:
#   id: IRIS-DRC-012
#   name: traffic-manager-two-regions
#   severity: critical
#   family: disaster-recovery
#   requirements: [S19, S21]
#   remediation: |
#     Lead one of the end points to a public address in another region.
package iris.rules.disaster_recovery.traffic_manager_two_regions

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if {
	some profile in input.resources.azurerm_traffic_manager_profile
	count(_addresses(profile)) > 1
}

failures contains report.finding(profile, ["end points must be in two or more regions, got ", received]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	count(_addresses(profile)) > 1
	locations := _locations(profile)
	count(locations) == 1
	not _may_be_elsewhere(profile)
	received := report.listed(locations)
}

undecided contains report.finding(profile, ["the region of an end point is known only after apply"]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	count(_addresses(profile)) > 1
	count({location | some location in _locations(profile); is_string(location)}) < 2
	_may_be_elsewhere(profile)
}

_may_be_elsewhere(profile) if {
	some location in _locations(profile)
	estate.is_unknown(location)
}

_may_be_elsewhere(profile) if count(_endpoints(profile)) > count(_addresses(profile))

_locations(profile) := {estate.location(address) | some address in _addresses(profile)}

_addresses(profile) := [address |
	some endpoint in _endpoints(profile)
	some address in estate.targets(endpoint, ["target_resource_id"], "azurerm_public_ip")
]

_endpoints(profile) := [endpoint |
	some type in [
		"azurerm_traffic_manager_azure_endpoint",
		"azurerm_traffic_manager_external_endpoint",
		"azurerm_traffic_manager_nested_endpoint",
	]
	some endpoint in estate.sources(profile, type, "profile_id")
]
