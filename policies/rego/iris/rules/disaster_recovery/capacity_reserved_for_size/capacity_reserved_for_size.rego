# METADATA
# title: A machine finds reserved capacity of its size and zone
# description: |
#   Azure refuses a machine that names a capacity reservation group in which no capacity of its size and zone is
#   reserved.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
#     description: On-demand capacity reservation
# custom:
#   id: IRIS-DRC-007
#   name: capacity-reserved-for-size
#   severity: high
#   family: disaster-recovery
#   requirements: [S6, S19]
#   remediation: |
#     Add a capacity reservation of the machine's size and zone to the group, or take capacity_reservation_group_id
#     off.
package iris.rules.disaster_recovery.capacity_reserved_for_size

import data.iris.capacity
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if {
	some machine in machines.present
	some _ in _groups(machine)
}

failures contains report.finding(machine, ["its group must reserve ", wanted, ", got ", received]) if {
	some machine in machines.present
	some group in _groups(machine)
	not _is_reserved(machine, group)
	not _may_be_reserved(machine, group)
	wanted := capacity.place_of(machine)
	received := _received(group)
}

undecided contains report.finding(machine, [_open]) if {
	some machine in machines.present
	some group in _groups(machine)
	not _is_reserved(machine, group)
	_may_be_reserved(machine, group)
}

_open := "size or zone, its own or of a reservation, is known only after apply"

_groups(machine) := capacity.groups_of(machine)

_is_reserved(machine, group) if {
	some reservation in capacity.reservations(group)
	capacity.place_of(reservation) == capacity.place_of(machine)
}

_may_be_reserved(machine, group) if {
	some resource in array.concat([machine], capacity.reservations(group))
	capacity.is_place_unknown(resource)
}

_received(group) := "none" if {
	count(capacity.reservations(group)) == 0
} else := report.listed({capacity.place_of(reservation) | some reservation in capacity.reservations(group)})
