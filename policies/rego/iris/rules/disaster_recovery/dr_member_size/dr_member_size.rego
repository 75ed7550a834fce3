# METADATA
# title: A DR async member is no smaller than its primary
# description: |
#   A DR async member takes the whole load of the primary once it is promoted, on the day on which nobody has time
#   to change its size. It has the primary's size, or, as its region may not offer that one, another with no fewer vCPUs
#   and data disks and no less memory, IOPS and throughput. A size that the catalogue does not know cannot be compared.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-DRC-002
#   name: dr-member-size
#   severity: high
#   family: disaster-recovery
#   requirements: [S4, S6, S19, S20]
#   remediation: |
#     Set the size of the DR async member to that of the primary, or to one that does at least as much.
package iris.rules.disaster_recovery.dr_member_size

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.sizes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if {
	some member in machines.by_role["dr-async"]
	some _ in _primaries(member)
}

failures contains report.must_be(member, ["size"], report.listed(others), size) if {
	some member in machines.by_role["dr-async"]
	others := _larger(member)
	count(others) > 0
	size := estate.value(member, ["size"])
}

undecided contains report.finding(member, ["size of ", report.listed(names), " is known only after apply"]) if {
	some member in machines.by_role["dr-async"]
	count(_primaries(member)) > 0
	count(_larger(member)) == 0
	names := {machine.address |
		some machine in array.concat([member], _primaries(member))
		sizes.is_unknown(machine)
	}
	count(names) > 0
}

_primaries(member) := machines.members(machines.mirror(member), "primary")

# Primaries that the member does not match, and why.
_larger(member) := {text |
	not sizes.is_unknown(member)
	some primary in _primaries(member)
	not sizes.is_unknown(primary)
	text := _unmet(member, primary)
}

_unmet(member, primary) := concat("", [
	"as large as ", primary.values.size,
	" of the primary ", primary.address, " (", shortfall, ")",
]) if {
	shortfall := sizes.shortfall(sizes.facts(member), sizes.facts(primary), _figures)
} else := concat("", [report.shown(wanted), " as on the primary ", primary.address]) if {
	not _are_comparable(member, primary)
	wanted := estate.value(primary, ["size"])
	wanted != estate.value(member, ["size"])
}

_are_comparable(member, primary) if {
	sizes.facts(member)
	sizes.facts(primary)
}

_figures := ["vcpus", "memory_gib", "data_disks", "iops", "throughput_mbps"]
