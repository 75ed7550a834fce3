# METADATA
# title: A virtual machine has a size of a series without a date of retirement
# description: |
#   Azure has said when these series end. Until then they take no reservations and are short in many regions, and a new
#   subscription may not get them: what is built to last is built on others. Series that ended are judged by the rule on
#   sizes that are offered.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list
#     description: Retired sizes of virtual machines
# custom:
#   id: IRIS-RET-004
#   name: machine-series-lasting
#   severity: medium
#   family: retired
#   requirements: [S5]
#   remediation: |
#     Choose a size of a current series, such as Standard_E16ds_v5.
package iris.rules.retired.machine_series_lasting

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.retired

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, ["size"], allowed, size) if {
	some machine in machines.present
	size := estate.value(machine, ["size"])
	series := retired.leaving(size)
	allowed := concat("", ["of a series that stays, not of the ", series.name, " (retires on ", series.date, ")"])
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, ["size"]))
}
