# METADATA
# title: The virtual machines of a tier are in more than one zone
# description: |
#   A tier whose machines are all in one zone is lost with it. Machines without a zone are judged by the rule on that, a
#   tier of one machine by the rule on tiers, and the data tier by the rules on mirrors.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/reliability/availability-zones-overview
#     description: Availability zones
# custom:
#   id: IRIS-ZON-002
#   name: tier-across-zones
#   severity: critical
#   family: zones
#   requirements: [S7]
#   remediation: |
#     Set zone of some of the tier's machines to another one.
package iris.rules.zones.tier_across_zones

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains _first(tier).key if some tier in _tiers

failures contains report.finding(_first(tier), [_name(tier), " must be in two or more zones, got zone ", zone]) if {
	some tier in _tiers
	zones := {estate.value(machine, ["zone"]) | some machine in tier}
	count(zones) == 1
	some zone in zones
	is_string(zone)
}

undecided contains report.finding(_first(tier), [_name(tier), " has a zone that is known only after apply"]) if {
	some tier in _tiers
	count({zone | some machine in tier; zone := estate.value(machine, ["zone"]); is_string(zone)}) < 2
	some machine in tier
	estate.is_unknown(estate.value(machine, ["zone"]))
}

_tiers := [tier |
	some tier in machines.by_tier
	count(tier) > 1
	every machine in tier {
		estate.value(machine, ["zone"]) != null
	}
]

# Each tier's finding is on one of its machines, always the same.
_first(tier) := [machine |
	key := min({machine.key | some machine in tier})
	some machine in tier
	machine.key == key
][0]

_name(tier) := concat("", ["tier ", estate.tag(_first(tier), "iris-tier"), " in ", estate.location(_first(tier))])
