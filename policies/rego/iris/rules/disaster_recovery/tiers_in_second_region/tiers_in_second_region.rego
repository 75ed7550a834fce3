# METADATA
# title: The second region has every server of the first
# description: |
#   A server that must first be made during a disaster needs capacity, an image, and somebody who can deploy. One
#   that is made beforehand and deallocated costs its disks alone. Judged for environments that have a DR async
#   member, once for each tier.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
#     description: On-demand capacity reservation
# custom:
#   id: IRIS-DRC-005
#   name: tiers-in-second-region
#   severity: medium
#   family: disaster-recovery
#   requirements: [S19]
#   remediation: |
#     Make as many servers of the tier in the second region as in the first, and deallocate those that are not needed
#     yet.
package iris.rules.disaster_recovery.tiers_in_second_region

import data.iris.estate
import data.iris.machines
import data.iris.regions
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _representatives

failures contains report.finding(machine, [
	"tier ", estate.tag(machine, "iris-tier"), " must have ", format_int(wanted, 10),
	" servers in the second region, got ", format_int(found, 10),
]) if {
	some machine in _representatives
	wanted := count(machines.by_tier[machines.tier(machine)])
	found := _found(machine)
	found < wanted
	not _may_be_more(machine)
}

undecided contains report.finding(machine, ["tier or location of other servers is known only after apply"]) if {
	some machine in _representatives
	_found(machine) < count(machines.by_tier[machines.tier(machine)])
	_may_be_more(machine)
}

# Of each tier in the region of a primary, the server whose key comes first.
_representatives := [machine |
	some tier, found in machines.by_tier
	first := min({machine.key | some machine in found})
	some machine in found
	machine.key == first
	machines.tier(machine) == tier
	estate.region(machine) in regions.primary[estate.environment(machine)]
	count(_second_regions(machine)) > 0
]

_found(machine) := max([count(object.get(machines.by_tier, other, set())) |
	some region in _second_regions(machine)
	other := concat("/", [region, estate.tag(machine, "iris-tier")])
])

_second_regions(machine) := object.get(regions.second, estate.environment(machine), set())

_may_be_more(machine) if {
	some other in machines.present
	estate.tag(other, "iris-tier") == estate.tag(machine, "iris-tier")
	not machines.tier(other)
}

_may_be_more(_) if {
	some other in machines.present
	estate.is_unknown(estate.value(other, ["tags", "iris-tier"]))
}
