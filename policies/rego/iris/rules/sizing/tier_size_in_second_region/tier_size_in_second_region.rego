# METADATA
# title: A tier's servers are no smaller in the second region
# description: |
#   The second region takes all users on the day of a disaster. Each of a tier's servers there has at least the vCPUs
#   and the memory of the largest one of that tier in the primary's region. Judged for environments that have a DR
#   async member; how many servers there are is judged by tiers-in-second-region, and mirrors by dr-member-size. Sizes
#   that the catalogue does not know are not judged.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/reliability/cross-region-replication-azure
#     description: Azure paired regions
# custom:
#   id: IRIS-SIZ-006
#   name: tier-size-in-second-region
#   severity: high
#   family: sizing
#   requirements: [S6, S19]
#   remediation: |
#     Give the server a size with as many vCPUs and as much memory as those of its tier in the first region have.
package iris.rules.sizing.tier_size_in_second_region

import data.iris.estate
import data.iris.machines
import data.iris.regions
import data.iris.report
import data.iris.sizes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _candidates

failures contains report.must_be(machine, ["size"], allowed, size) if {
	some machine in _candidates
	size := estate.value(machine, ["size"])
	shortfall := _shortfall(machine)
	allowed := concat("", ["no smaller than in the first region (", shortfall, " in tier ", _name(machine), ")"])
}

undecided contains report.finding(machine, ["size of ", report.listed(names), " is known only after apply"]) if {
	some machine in _candidates
	not _shortfall(machine)
	names := _unknown[_tier(machine)] | {machine.address | sizes.is_unknown(machine)}
	count(names) > 0
}

_candidates := [machine |
	some machine in machines.present
	machines.tier(machine)
	estate.region(machine) in regions.second[estate.environment(machine)]
	sizes.may_be_known(machine)
	_may_be_compared(_tier(machine))
]

_shortfall(machine) := sizes.shortfall(sizes.facts(machine), _largest[_tier(machine)], _figures)

_may_be_compared(tier) if count(_largest[tier]) > 0

_may_be_compared(tier) if count(_unknown[tier]) > 0

# By tier, the machines in the regions of primaries.
_first[tier] contains machine if {
	some machine in machines.present
	machines.tier(machine)
	estate.region(machine) in regions.primary[estate.environment(machine)]
	tier := _tier(machine)
}

# By tier, the most of each figure that a machine has there.
_largest[tier] := {figure: most |
	some figure in _figures
	most := max([sizes.facts(machine)[figure] | some machine in found])
} if {
	some tier, found in _first
}

# By tier, the machines there whose size is known only after apply.
_unknown[tier] := {machine.address | some machine in found; sizes.is_unknown(machine)} if {
	some tier, found in _first
}

_tier(machine) := concat("/", [estate.environment(machine), _name(machine)])

_name(machine) := estate.tag(machine, "iris-tier")

_figures := ["vcpus", "memory_gib"]
