# METADATA
# title: A virtual machine has a size that Azure still offers
# description: |
#   No machine of a series that the catalogue of retirements says is retired is made or started. The whole tier Basic
#   went with the first A-series, on 2024-08-31.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions
#     description: Retirements and capacity restrictions of virtual machine sizes
# custom:
#   id: IRIS-RET-003
#   name: machine-series-offered
#   severity: critical
#   family: retired
#   requirements: [S5, vm.no-basic-promo-size]
#   remediation: |
#     Choose a size of a current series, such as Standard_E16ds_v5.
package iris.rules.retired.machine_series_offered

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.retired

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, ["size"], allowed, size) if {
	some machine in machines.present
	size := estate.value(machine, ["size"])
	series := retired.gone(size)
	allowed := concat("", ["of a series that is offered, not of the ", series.name, " (retired on ", series.date, ")"])
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, ["size"]))
}
