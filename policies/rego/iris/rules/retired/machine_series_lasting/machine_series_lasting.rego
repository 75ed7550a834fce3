# METADATA
# title: A virtual machine has a size of a series that lasts as long as the machine
# description: |
#   Azure has said when these series end. Until then they take no reservations and are short in many regions, and a new
#   subscription may not get them: what is built to last is built on others. A machine whose tag iris-lasts-until names
#   the day until which it is needed, such as 2031-12-31, may be of a series that ends later; without the tag, of none
#   whose end is announced. Series that ended are judged by the rule on sizes that are offered.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions
#     description: Retirements and capacity restrictions of virtual machine sizes
# custom:
#   id: IRIS-RET-004
#   name: machine-series-lasting
#   severity: medium
#   family: retired
#   requirements: [S5]
#   remediation: |
#     Choose a size of a current series, such as Standard_E16ds_v5, or tag the machine iris-lasts-until with the day
#     until which it is needed.
package iris.rules.retired.machine_series_lasting

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.retired

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, _horizon, "a day such as 2031-12-31", until) if {
	some machine in machines.present
	until := _until(machine)
	_is_no_day(until)
}

failures contains report.must_be(machine, ["size"], allowed, size) if {
	some machine in machines.present
	until := _until(machine)
	not _is_no_day(until)
	size := estate.value(machine, ["size"])
	series := retired.leaving(size)
	lasting := _lasting(series, until)
	allowed := concat("", ["of a series that ", lasting, ", not of the ", series.name, " (retires on ", series.date, ")"])
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, ["size"]))
	not _is_no_day(_until(machine))
}

undecided contains report.unknown(machine, _horizon) if {
	some machine in machines.present
	estate.is_unknown(_until(machine))
	retired.leaving(estate.value(machine, ["size"]))
}

# How long a series would have to last; undefined for one that does.
_lasting(_, null) := "stays"

_lasting(series, until) := concat(" ", ["lasts until", until]) if {
	is_string(until)
	series.date <= until
}

_is_no_day(until) if {
	until != null
	not estate.is_unknown(until)
	not regex.match(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, until)
}

_until(machine) := estate.value(machine, _horizon)

_horizon := ["tags", "iris-lasts-until"]
