# METADATA
# title: Traffic Manager finds a failed region within a minute
# description: |
#   Probes every 10 seconds, each answered within 9, and at most three failures tolerated: the shortest times that
#   Azure has, or nearly. Users wait for them in a failover, and for resolvers besides.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
#     description: Traffic Manager end point monitoring
# custom:
#   id: IRIS-DRC-009
#   name: traffic-manager-timing
#   severity: medium
#   family: disaster-recovery
#   requirements: [S21]
#   remediation: |
#     Set monitor_config.interval_in_seconds to 10, timeout_in_seconds to 5 to 9, and tolerated_number_of_failures to
#     0 to 3.
package iris.rules.disaster_recovery.traffic_manager_timing

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains report.finding(profile, [concat("; ", problems)]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	problems := _problems(profile)
	count(problems) > 0
}

undecided contains report.finding(profile, [report.listed(names), " is known only after apply"]) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	count(_problems(profile)) == 0
	names := {estate.attribute(_path(name)) | some name, _ in _limits; estate.is_unknown(_value(profile, name))}
	count(names) > 0
}

_problems(profile) := [text |
	some name, limits in _limits
	value := _value(profile, name)
	is_number(value)
	not _is_within(value, limits)
	text := concat("", [estate.attribute(_path(name)), " must be ", limits.allowed, ", got ", format_int(value, 10)])
]

_is_within(value, limits) if {
	value >= limits.least
	value <= limits.most
}

_value(profile, name) := estate.value_or(profile, _path(name), _limits[name].default)

_path(name) := ["monitor_config", 0, name]

_limits := {
	"interval_in_seconds": {"least": 10, "most": 10, "allowed": "10", "default": 30},
	"timeout_in_seconds": {"least": 5, "most": 9, "allowed": "5 to 9", "default": 10},
	"tolerated_number_of_failures": {"least": 0, "most": 3, "allowed": "0 to 3", "default": 3},
}
