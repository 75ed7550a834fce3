# METADATA
# title: Resolvers forget the region within a minute
# description: |
#   A resolver that has an answer keeps it for its time to live, and leads users to the failed region until then.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-performance-considerations
#     description: Traffic Manager performance considerations
# custom:
#   id: IRIS-DRC-010
#   name: traffic-manager-ttl
#   severity: medium
#   family: disaster-recovery
#   requirements: [S21]
#   remediation: |
#     Set dns_config.ttl to 60 or less.
package iris.rules.disaster_recovery.traffic_manager_ttl

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains report.must_be(profile, _path, "at most 60", ttl) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	ttl := estate.value(profile, _path)
	_is_too_long(ttl)
}

undecided contains report.unknown(profile, _path) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	estate.is_unknown(estate.value(profile, _path))
}

_is_too_long(null)

_is_too_long(ttl) if {
	is_number(ttl)
	ttl > 60
}

_path := ["dns_config", 0, "ttl"]
