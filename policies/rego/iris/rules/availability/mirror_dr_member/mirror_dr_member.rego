# METADATA
# title: A mirror has a DR async member in another region
# description: |
#   A DR async member in another region has the data when the whole region of the failover pair is lost.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-AVL-018
#   name: mirror-dr-member
#   severity: critical
#   family: availability
#   requirements: [S19, S20]
#   remediation: |
#     Add a virtual machine with the role dr-async and the mirror's name in another region.
package iris.rules.availability.mirror_dr_member

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains primary.key if some primary in machines.by_role.primary

failures contains report.finding(primary, [_message, report.shown(estate.location(primary)), ", got ", received]) if {
	some primary in machines.by_role.primary
	not _has_member_elsewhere(primary)
	not _may_have_member_elsewhere(primary)
	received := _received(primary)
}

undecided contains report.finding(primary, ["role or location of a DR async member is known only after apply"]) if {
	some primary in machines.by_role.primary
	not _has_member_elsewhere(primary)
	_may_have_member_elsewhere(primary)
}

_has_member_elsewhere(primary) if {
	location := estate.location(primary)
	is_string(location)
	some other in _locations(primary)
	is_string(other)
	other != location
}

_may_have_member_elsewhere(_) if machines.role_unknown

_may_have_member_elsewhere(primary) if {
	count(_locations(primary)) > 0
	some location in (_locations(primary) | {estate.location(primary)})
	estate.is_unknown(location)
}

_locations(primary) := {estate.location(member) |
	some member in machines.members(machines.mirror(primary), "dr-async")
}

_received(primary) := "none" if {
	count(_locations(primary)) == 0
} else := report.listed(_locations(primary))

_message := "mirror must have a dr-async member in another region than "
