# METADATA
# title: The database disks of a virtual machine do no more than its size passes on
# description: |
#   A size bounds what all disks of a machine do together: four P30 of 200 MB/s each give 256 MB/s on Standard_DS13, and
#   the rest is paid for in vain. Not judged where tags state a workload, whose capacity may need the disks, nor for
#   sizes, and figures of them, that the catalogue does not know, nor for Standard disks, of which nothing is promised.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-performance
#     description: Virtual machine and disk performance
# custom:
#   id: IRIS-SIZ-004
#   name: throughput-not-wasted
#   severity: medium
#   family: sizing
#   requirements: [S3, S4]
#   remediation: |
#     Choose a size that passes on what the disks do, or smaller or fewer disks; or state the workload in tags.
package iris.rules.sizing.throughput_not_wasted

import data.iris.machines
import data.iris.performance
import data.iris.report
import data.iris.sizes
import data.iris.volumes
import data.iris.workload

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _candidates

failures contains report.finding(machine, [
	"database disks must do at most the ", report.shown(most), " MB/s that ", machine.values.size,
	" passes on, got ", report.shown(found), " MB/s",
]) if {
	some machine in _candidates
	_is_settled(machine)
	most := performance.passes_on(machine, _figure).most
	found := performance.of_databases(machine, _figure)
	found > most
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in _candidates
	sizes.is_unknown(machine)
}

undecided contains report.finding(machine, ["what its database disks do is known only after apply"]) if {
	some machine in _candidates
	not sizes.is_unknown(machine)
	performance.is_open(machine, _figure)
}

undecided contains report.finding(machine, ["whether its tags state a workload is known only after apply"]) if {
	some machine in _candidates
	not sizes.is_unknown(machine)
	not performance.is_open(machine, _figure)
	workload.is_unknown(machine, _workload)
	performance.of_databases(machine, _figure) > performance.passes_on(machine, _figure).most
}

_candidates := [machine |
	some machine in machines.present
	disks := volumes.databases(machine)
	count(disks) > 0
	_has_figure(machine)
	every disk in disks { not performance.is_unpromised(disk) }
	not _states_workload(machine)
]

_has_figure(machine) if sizes.is_unknown(machine)

_has_figure(machine) if sizes.facts(machine)[_figure]

_states_workload(machine) if {
	some figure in _workload
	workload.states(machine, [figure])
	not workload.is_unknown(machine, [figure])
}

_is_settled(machine) if {
	not performance.is_open(machine, _figure)
	not workload.is_unknown(machine, _workload)
}

_figure := "throughput_mbps"

_workload := object.keys(workload.tags)
