# METADATA
# title: Traffic Manager takes status 200 alone as success
# description: |
#   The mirror status page answers 503 where no primary is. A range of codes that holds more than 200 makes that
#   region look up.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
#     description: Traffic Manager end point monitoring
# custom:
#   id: IRIS-DRC-013
#   name: traffic-manager-only-success
#   severity: critical
#   family: disaster-recovery
#   requirements: [S21]
#   remediation: |
#     Take monitor_config.expected_status_code_ranges off, which means 200, or set it to ["200-200"].
package iris.rules.disaster_recovery.traffic_manager_only_success

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains report.must_be(profile, _path, "200-200", concat(", ", sort(others))) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	others := _others(profile)
	count(others) > 0
}

undecided contains report.unknown(profile, _path) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	count(_others(profile)) == 0
	_is_unknown(estate.value(profile, _path))
}

_others(profile) := {range |
	some range in estate.value(profile, _path)
	is_string(range)
	range != "200-200"
}

_is_unknown(ranges) if estate.is_unknown(ranges)

_is_unknown(ranges) if {
	is_array(ranges)
	some range in ranges
	estate.is_unknown(range)
}

_path := ["monitor_config", 0, "expected_status_code_ranges"]
