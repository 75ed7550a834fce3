# METADATA
# title: Retired series of virtual machines
# description: |
#   Which series of sizes Azure has retired, and of which it has said when it will, by the catalogue of retirements. No
#   rule asks what day it is, so that the same estate always gets the same verdict.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions
#     description: Retirements and capacity restrictions of virtual machine sizes
package iris.retired

import data.iris.estate
import data.iris.machines

# METADATA
# description: the series that is no longer offered and a size is of, with its date; undefined for all others
gone(size) := _ends[size] if _ends[size].status == "retired"

# METADATA
# description: the series that is going to be retired and a size is of, with its date; undefined for all others
leaving(size) := _ends[size] if _ends[size].status == "announced"

# Each size is looked up once, however many machines have it.
_ends[size] := series if {
	some size in {estate.value(machine, ["size"]) | some machine in machines.present}
	is_string(size)
	series := [found | some found in data.catalogue.retirements; regex.match(found.sizes, size)][0]
}
