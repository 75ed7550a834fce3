# METADATA
# title: An availability set in use holds at least two virtual machines
# description: |
#   A set protects nothing when it holds one machine. Sets with mirror members are judged by the rules on mirrors,
#   and the only machine of its tier by the rule on tiers.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
#     description: Availability sets
# custom:
#   id: IRIS-AVL-002
#   name: availability-set-two-machines
#   severity: high
#   family: availability
#   requirements: [S7, S8, avset.min-2]
#   remediation: |
#     Place every machine of a tier in the same availability set.
package iris.rules.availability.availability_set_two_machines

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if some set in _sets

failures contains report.finding(set, ["must hold two or more virtual machines, got one, ", alone.address]) if {
	count(_unplaced) == 0
	some set in _sets
	alone := _alone(set)
}

undecided contains report.finding(set, ["set of ", report.listed(_unplaced), " is known only after apply"]) if {
	count(_unplaced) > 0
	some set in _sets
	_alone(set)
}

_sets := [set |
	some set in input.resources.azurerm_availability_set
	held := machines.in_set(set)
	count(held) > 0
	count([member | some member in held; machines.mirror(member)]) == 0
]

_alone(set) := machine if {
	[machine] := machines.in_set(set)
	not _is_tier_alone(machine)
}

_is_tier_alone(machine) if count(machines.by_tier[machines.tier(machine)]) == 1

_unplaced contains machine.address if {
	some machine in machines.present
	estate.is_link_unknown(machine, ["availability_set_id"])
}
