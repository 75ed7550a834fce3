# METADATA
# title: The workload that a machine carries
# description: |
#   What a machine's tags say that it must do: iris-workload-iops, iris-workload-throughput-mbps,
#   iris-workload-memory-gib, iris-workload-vcpus and iris-workload-capacity-gib, numbers as text.
package iris.workload

import data.iris.estate
import data.iris.report

# METADATA
# description: the figures that tags can state
figures := {"iops", "throughput-mbps", "memory-gib", "vcpus", "capacity-gib"}

# METADATA
# description: the path of the tag that states a figure
path(figure) := ["tags", concat("", ["iris-workload-", figure])]

# METADATA
# description: the figure that a machine states; undefined when it states none, or no number
stated(machine, figure) := to_number(text) if {
	text := report.shown(estate.value(machine, path(figure)))
	regex.match(`^[0-9]+([.][0-9]+)?$`, text)
}

# METADATA
# description: whether a machine states one of some figures, or it is known only after apply whether it does
states(machine, wanted) if {
	some figure in wanted
	estate.value(machine, path(figure)) != null
}

# METADATA
# description: whether it is known only after apply if a machine states one of some figures
is_unknown(machine, wanted) if {
	some figure in wanted
	estate.is_unknown(estate.value(machine, path(figure)))
}

# METADATA
# description: those of some figures that a machine states as anything but a number
malformed(machine, wanted) := [figure |
	some figure in wanted
	text := estate.value(machine, path(figure))
	text != null
	not estate.is_unknown(text)
	not stated(machine, figure)
]
