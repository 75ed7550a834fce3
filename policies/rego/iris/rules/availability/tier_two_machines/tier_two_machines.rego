# METADATA
# title: Every tier has at least two virtual machines in a region
# description: |
#   Web, application and print servers run on two machines or more, so that users keep working while one is
#   maintained or has failed. The data tier is judged by the rules on mirrors.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability
#     description: Availability options for virtual machines
# custom:
#   id: IRIS-AVL-007
#   name: tier-two-machines
#   severity: critical
#   family: availability
#   requirements: [S7]
#   remediation: |
#     Add a second virtual machine with the same iris-tier tag to the region.
package iris.rules.availability.tier_two_machines

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _in_tiers

failures contains finding if {
	some machine in _in_tiers
	count(machines.by_tier[machines.tier(machine)]) == 1
	place := concat("", ["tier ", estate.tag(machine, "iris-tier"), " in ", estate.location(machine)])
	finding := report.finding(machine, [place, " must have two or more virtual machines, got one"])
}

undecided contains report.unknown(machine, ["location"]) if {
	some machine in _in_tiers
	not machines.tier(machine)
}

_in_tiers := [machine |
	some machine in machines.present
	not estate.tag(machine, "iris-tier") in {"", "data"}
]
