# METADATA
# title: A virtual machine has a size that carries its workload
# description: |
#   Where a machine's tags state what it must do (iris-workload-iops, iris-workload-throughput-mbps,
#   iris-workload-memory-gib, iris-workload-vcpus, numbers as text), its size does at least that without
#   bursting and without the host's cache. Disks that are faster than the size do not help: it bounds them all
#   together. What sizes pass on to Premium SSD v2 and Ultra disks counts where all databases lie on such. A size that
#   the catalogue does not know is not judged, nor a figure that its page does not tell.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-performance
#     description: Virtual machine and disk performance
# custom:
#   id: IRIS-SIZ-002
#   name: machine-carries-workload
#   severity: critical
#   family: sizing
#   requirements: [S4]
#   remediation: |
#     Choose a size that does what the tags state, or correct the tags.
package iris.rules.sizing.machine_carries_workload

import data.iris.machines
import data.iris.performance
import data.iris.report
import data.iris.sizes
import data.iris.workload

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _candidates

failures contains workload.malformed(machine, _figures) if some machine in _candidates

failures contains report.must_be(machine, ["size"], allowed, machine.values.size) if {
	some machine in _candidates
	lacking := _lacking[machine.key].most
	count(lacking) > 0
	allowed := concat("", ["one that carries the workload (", report.listed(lacking), ")"])
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in _candidates
	sizes.is_unknown(machine)
	not workload.is_malformed(machine, _figures)
}

undecided contains report.finding(machine, ["what its tags state of its workload is known only after apply"]) if {
	some machine in _candidates
	count(_lacking[machine.key].most) == 0
	workload.is_unknown(machine, _figures)
}

undecided contains report.finding(machine, ["the kind of its database disks is known only after apply"]) if {
	some machine in _candidates
	not workload.is_unknown(machine, _figures)
	count(_lacking[machine.key].most) == 0
	count(_lacking[machine.key].least) > 0
}

_candidates := [machine |
	some machine in machines.present
	workload.states(machine, _figures)
	_can_be_judged(machine)
]

_can_be_judged(machine) if sizes.may_be_known(machine)

_can_be_judged(machine) if workload.is_malformed(machine, _figures)

# By machine, what its size does not do of what is stated; two answers while it may pass on more or less to its disks.
_lacking[machine.key] := {bound: texts |
	some bound in ["least", "most"]
	texts := {text |
		some figure, of_size in _of_sizes
		has := {of_size: _has(machine, of_size, bound)}
		text := sizes.shortfall(has, {of_size: workload.stated(machine)[figure]}, [of_size])
	}
} if {
	some machine in _candidates
	sizes.facts(machine)
	not workload.is_malformed(machine, _figures)
}

_has(machine, figure, bound) := performance.passes_on(machine, figure)[bound] if {
	figure in {"iops", "throughput_mbps"}
} else := sizes.facts(machine)[figure]

_figures := ["iops", "throughput-mbps", "memory-gib", "vcpus"]

_of_sizes := {"iops": "iops", "throughput-mbps": "throughput_mbps", "memory-gib": "memory_gib", "vcpus": "vcpus"}
