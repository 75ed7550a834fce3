# METADATA
# title: A virtual machine has a size that its region offers
# description: |
#   Not every region has every size: a deployment stops at the first machine that it cannot have. By Microsoft's price
#   list, in which a size that a region does not offer has no price. It says nothing about a subscription's quota, nor
#   about what is free today. Sizes and regions that the list does not know are not judged.
# related_resources:
#   - ref: https://azure.microsoft.com/explore/global-infrastructure/products-by-region/table
#     description: Products available by region
# custom:
#   id: IRIS-SIZ-005
#   name: machine-size-offered
#   severity: critical
#   family: sizing
#   requirements: [S6]
#   remediation: |
#     Choose a size that the region offers, or another region.
package iris.rules.sizing.machine_size_offered

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.sizes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if {
	some machine in machines.present
	_may_be_known(machine)
}

failures contains report.must_be(machine, ["size"], allowed, size) if {
	some machine in machines.present
	size := estate.value(machine, ["size"])
	place := estate.location(machine)
	data.catalogue.not_offered[place][size]
	allowed := concat(" ", ["one that is offered in", place])
}

undecided contains report.unknown(machine, [attribute]) if {
	some machine in machines.present
	_may_be_known(machine)
	attribute := _unknown(machine)
}

_may_be_known(machine) if {
	sizes.may_be_known(machine)
	data.catalogue.not_offered[estate.location(machine)]
}

_may_be_known(machine) if {
	sizes.may_be_known(machine)
	estate.is_unknown(estate.location(machine))
}

_unknown(machine) := "size" if {
	sizes.is_unknown(machine)
} else := "location" if {
	estate.is_unknown(estate.location(machine))
}
