# METADATA
# title: The machines of a mirror are kept apart by one availability set or by zones
# description: |
#   Primary, backup and arbiter are in one availability set, so that two of them are always connected; where the
#   region has fewer than three fault domains the arbiter may be in a set of its own. Or each is in another zone.
#   Machines without a place are judged by the rule on placement.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability
#     description: Availability options for virtual machines
# custom:
#   id: IRIS-AVL-004
#   name: mirror-members-apart
#   severity: critical
#   family: availability
#   requirements: [S8, S12]
#   remediation: |
#     Set availability_set_id to the primary's set, or zone to one that no other machine of the mirror is in.
package iris.rules.availability.mirror_members_apart

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _followers

failures contains report.finding(machine, [concat("; ", faults)]) if {
	some machine in _followers
	faults := sort(_faults(machine))
	count(faults) > 0
}

undecided contains report.finding(machine, ["place of ", report.listed(unplaced), " is known only after apply"]) if {
	some machine in _followers
	count(_faults(machine)) == 0
	unplaced := {other.address |
		some other in array.concat([machine], _before(machine))
		_is_place_unknown(other)
	}
	count(unplaced) > 0
}

_followers := [machine |
	some role in ["backup", "arbiter"]
	some machine in machines.by_role[role]
	count(_before(machine)) > 0
]

# The machines of a mirror from which another one must be apart.
_before(machine) := _primaries(machine) if machines.role(machine) == "backup"

_before(machine) := array.concat(_primaries(machine), backups) if {
	machines.role(machine) == "arbiter"
	backups := machines.members(machines.mirror(machine), "backup")
}

_faults(machine) := (_outside_set(machine) | _in_same_zone(machine)) | _outside_zones(machine)

_outside_set(machine) := {text |
	some primary in _primaries(machine)
	wanted := machines.availability_set(primary)
	received := _place(machine)
	received != wanted
	not _may_be_apart(machine, wanted)
	text := concat("", ["must be in ", wanted, ", the availability set of the primary, got ", received])
}

_in_same_zone(machine) := {text |
	zone := estate.value(machine, ["zone"])
	is_string(zone)
	some other in _before(machine)
	zone == estate.value(other, ["zone"])
	text := concat("", ["must be in another zone than ", other.address, ", got zone ", zone])
}

_outside_zones(machine) := {text |
	received := machines.availability_set(machine)
	some primary in _primaries(machine)
	is_string(estate.value(primary, ["zone"]))
	text := concat("", ["must be in a zone like ", primary.address, ", got ", received])
}

_primaries(machine) := machines.members(machines.mirror(machine), "primary")

_place(machine) := machines.availability_set(machine)

_place(machine) := concat(" ", ["zone", zone]) if {
	not machines.availability_set(machine)
	zone := estate.value(machine, ["zone"])
	is_string(zone)
}

# An arbiter beside a set of two fault domains, or of a number that is known only after apply.
_may_be_apart(machine, set) if {
	machines.role(machine) == "arbiter"
	found := input.resources.azurerm_availability_set[set]
	not _has_three_fault_domains(found)
}

_has_three_fault_domains(set) if {
	domains := estate.value_or(set, ["platform_fault_domain_count"], 3)
	is_number(domains)
	domains >= 3
}

_is_place_unknown(machine) if estate.is_link_unknown(machine, ["availability_set_id"])

_is_place_unknown(machine) if estate.is_unknown(estate.value(machine, ["zone"]))
