# METADATA
# title: Sizes of virtual machines
# description: |
#   What the catalogue of sizes says of a machine's: figures of Microsoft's pages, on the day on which they were read. A
#   size that it does not know has none, and no rule guesses them.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/overview
#     description: Sizes of virtual machines
package iris.sizes

import data.iris.estate
import data.iris.report

# METADATA
# description: what the catalogue says of a machine's size; undefined when it does not know the size
facts(machine) := data.catalogue.sizes[machine.values.size]

# METADATA
# description: whether a machine's size is known only after apply
is_unknown(machine) if estate.is_unknown(machine.values.size)

# METADATA
# description: whether a machine can be judged by figures, or may be once its size is known
# scope: document
may_be_known(machine) if facts(machine)

may_be_known(machine) if is_unknown(machine)

# METADATA
# description: |
#   the first of some figures in which a size is smaller than another, as a person reads it; a figure that the catalogue
#   does not have counts as none, and undefined when no figure is smaller
shortfall(found, wanted, figures) := [text |
	some figure in figures
	has := object.get(found, figure, 0)
	needs := object.get(wanted, figure, 0)
	has < needs
	text := concat("", [report.shown(needs), " ", labels[figure], " instead of ", report.shown(has)])
][0]

# METADATA
# description: what the figures of a size are figures of
labels := {
	"vcpus": "vCPUs",
	"memory_gib": "GiB of memory",
	"data_disks": "data disks",
	"iops": "IOPS",
	"throughput_mbps": "MB/s",
}
