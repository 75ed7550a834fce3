# METADATA
# title: The workload that a machine carries
# description: |
#   What a machine's tags say that it must do: iris-workload-iops, iris-workload-throughput-mbps,
#   iris-workload-memory-gib, iris-workload-vcpus and iris-workload-capacity-gib, numbers as text.
package iris.workload

import data.iris.estate
import data.iris.machines
import data.iris.report

# METADATA
# description: the figures that tags can state, with the tags
tags := {
	"iops": "iris-workload-iops",
	"throughput-mbps": "iris-workload-throughput-mbps",
	"memory-gib": "iris-workload-memory-gib",
	"vcpus": "iris-workload-vcpus",
	"capacity-gib": "iris-workload-capacity-gib",
}

# METADATA
# description: the figures that a machine states, each a number
stated(machine) := object.get(_stated, machine.key, {})

# METADATA
# description: whether a machine states one of some figures, or it is known only after apply whether it does
states(machine, wanted) if {
	some figure in wanted
	_said[machine.key][figure]
}

# METADATA
# description: whether it is known only after apply if a machine states one of some figures
is_unknown(machine, wanted) if {
	some figure in wanted
	estate.is_unknown(_said[machine.key][figure])
}

# METADATA
# description: whether a machine states one of some figures as anything but a number
# scope: document
is_malformed(machine, wanted) if malformed(machine, wanted)

# METADATA
# description: a finding that a machine states one of some figures as anything but a number; undefined when it does not
malformed(machine, wanted) := [report.must_be(machine, ["tags", tags[figure]], "a number", said) |
	some figure in wanted
	said := _said[machine.key][figure]
	not estate.is_unknown(said)
	not stated(machine)[figure]
][0]

# By machine, what its tags say: texts, and what is known only after apply. Most machines say nothing.
_said[machine.key] := said if {
	some machine in machines.present
	said := _sayings(machine.values.tags)
	count(said) > 0
}

_stated[key] := {figure: to_number(text) |
	some figure, value in said
	text := report.shown(value)
	regex.match(`^[0-9]+([.][0-9]+)?$`, text)
} if {
	some key, said in _said
}

_sayings(found) := {figure: found | some figure, _ in tags} if {
	estate.is_unknown(found)
} else := {figure: said |
	some figure, tag in tags
	said := found[tag]
	said != null
}
