# METADATA
# title: An availability set spreads its machines far enough
# description: |
#   A set has as many fault domains as it holds machines of a mirror's failover (three at most in Azure), so that
#   one failure stops only one of them, and as many update domains as it holds machines (twenty at most), so that
#   one maintenance restarts only one.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
#     description: Availability sets
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-AVL-006
#   name: availability-set-domains
#   severity: critical
#   family: availability
#   requirements: [S7, S8]
#   remediation: |
#     Raise platform_fault_domain_count to the number of mirror members, and platform_update_domain_count to the
#     number of machines.
package iris.rules.availability.availability_set_domains

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if some set in _sets

failures contains finding if {
	some set in _sets
	[attribute, needed, received] := _faults(set)[0]
	finding := report.must_be(set, [attribute], concat("", ["at least ", format_int(needed, 10)]), received)
}

undecided contains report.unknown(set, [attributes[0]]) if {
	some set in _sets
	count(_faults(set)) == 0
	attributes := [attribute |
		some [attribute, _, received] in _domains(set)
		estate.is_unknown(received)
	]
}

_sets := [set |
	some set in input.resources.azurerm_availability_set
	count(machines.in_set(set)) > 0
]

_faults(set) := [domain |
	some domain in _domains(set)
	[_, needed, received] := domain
	is_number(received)
	received < needed
]

_domains(set) := [
	["platform_fault_domain_count", min([members, 3]), fault_domains],
	["platform_update_domain_count", min([count(held), 20]), update_domains],
] if {
	held := machines.in_set(set)
	members := count([member | some member in held; machines.role(member) in {"primary", "backup", "arbiter"}])
	fault_domains := estate.value_or(set, ["platform_fault_domain_count"], 3)
	update_domains := estate.value_or(set, ["platform_update_domain_count"], 5)
}
