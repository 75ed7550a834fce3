# METADATA
# title: A DR async member is of the size of its primary
# description: |
#   A DR async member takes the whole load of the primary once it is promoted, on the day on which nobody has time
#   to change its size.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-DRC-002
#   name: dr-member-size
#   severity: high
#   family: disaster-recovery
#   requirements: [S4, S19, S20]
#   remediation: |
#     Set the size of the DR async member to that of the primary.
package iris.rules.disaster_recovery.dr_member_size

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if {
	some member in machines.by_role["dr-async"]
	some _ in _primaries(member)
}

failures contains report.must_be(member, ["size"], report.listed(others), size) if {
	some member in machines.by_role["dr-async"]
	others := _other_sizes(member)
	count(others) > 0
	size := estate.value(member, ["size"])
}

undecided contains report.finding(member, ["size of ", report.listed(names), " is known only after apply"]) if {
	some member in machines.by_role["dr-async"]
	count(_primaries(member)) > 0
	count(_other_sizes(member)) == 0
	names := {machine.address |
		some machine in array.concat([member], _primaries(member))
		estate.is_unknown(estate.value(machine, ["size"]))
	}
	count(names) > 0
}

_primaries(member) := machines.members(machines.mirror(member), "primary")

# Sizes of primaries that differ from the member's, with the machines that have them.
_other_sizes(member) := {text |
	size := estate.value(member, ["size"])
	not estate.is_unknown(size)
	some primary in _primaries(member)
	wanted := estate.value(primary, ["size"])
	not estate.is_unknown(wanted)
	size != wanted
	text := concat("", [report.shown(wanted), " as on the primary ", primary.address])
}
