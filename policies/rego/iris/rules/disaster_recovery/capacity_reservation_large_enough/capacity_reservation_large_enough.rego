# METADATA
# title: A capacity reservation holds every machine that counts on it
# description: |
#   Machines beyond the reserved number start only if Azure has capacity to spare, as if nothing were reserved.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
#     description: On-demand capacity reservation
#   - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overallocate
#     description: Overallocating a capacity reservation
# custom:
#   id: IRIS-DRC-008
#   name: capacity-reservation-large-enough
#   severity: high
#   family: disaster-recovery
#   requirements: [S19]
#   remediation: |
#     Set sku.capacity to the number of machines of this size and zone that name the group.
package iris.rules.disaster_recovery.capacity_reservation_large_enough

import data.iris.capacity
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains reservation.key if some reservation in _within_estate

failures contains report.must_be(reservation, _capacity, concat(" ", ["at least", format_int(wanted, 10)]), found) if {
	some reservation in _within_estate
	wanted := count(_machines(reservation))
	found := estate.value(reservation, _capacity)
	_is_short(found, wanted)
}

undecided contains report.finding(reservation, [_open]) if {
	some reservation in _within_estate
	found := estate.value(reservation, _capacity)
	not _is_short(found, count(_machines(reservation)))
	_is_open(reservation, found)
}

_is_short(null, wanted) if wanted > 0

_is_short(found, wanted) if {
	is_number(found)
	found < wanted
}

_is_open(_, found) if estate.is_unknown(found)

_is_open(reservation, _) if {
	some resource in array.concat([reservation], _members(reservation))
	capacity.is_place_unknown(resource)
}

_machines(reservation) := [machine |
	some machine in _members(reservation)
	not capacity.is_place_unknown(machine)
	capacity.place_of(machine) == capacity.place_of(reservation)
]

# All machines that name the group of a reservation.
_members(reservation) := [machine |
	some group in capacity.groups_of(reservation)
	some machine in capacity.members(group)
]

_within_estate := [reservation |
	some reservation in input.resources.azurerm_capacity_reservation
	some _ in capacity.groups_of(reservation)
]

_open := "its capacity, or size or zone of a machine, is known only after apply"

_capacity := ["sku", 0, "capacity"]
