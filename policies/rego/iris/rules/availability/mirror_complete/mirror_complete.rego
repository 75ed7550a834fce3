# METADATA
# title: A mirror has a primary, a backup and an arbiter
# description: |
#   Without a backup nothing takes over, and without an arbiter a backup that loses contact with the primary cannot
#   tell whether it may. A document with only the DR async member of a mirror is not judged: the failover pair is in
#   another one.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-AVL-005
#   name: mirror-complete
#   severity: critical
#   family: availability
#   requirements: [S8, S12]
#   remediation: |
#     Add the missing virtual machine, tagged with iris-mirror and its iris-role.
package iris.rules.availability.mirror_complete

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _first

failures contains report.finding(machine, ["mirror ", name, " lacks ", report.listed(missing)]) if {
	not machines.role_unknown
	some machine in _first
	name := estate.tag(machine, "iris-mirror")
	missing := _missing(machine)
	count(missing) > 0
}

undecided contains report.finding(machine, ["iris-role of some virtual machine is known only after apply"]) if {
	machines.role_unknown
	some machine in _first
	count(_missing(machine)) > 0
}

# Each mirror's finding is on the first of its machines that exists.
_first := [found[0] |
	some name, _ in machines.by_mirror
	found := [machine | some role in _wanted; some machine in machines.members(name, role)]
	count(found) > 0
]

_missing(machine) := {role | some role in _wanted; count(machines.members(machines.mirror(machine), role)) == 0}

_wanted := ["primary", "backup", "arbiter"]
