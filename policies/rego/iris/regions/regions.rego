# METADATA
# title: Regions of an environment
# description: Where an environment has its primaries, and where the DR async members that may take over.
package iris.regions

import data.iris.estate
import data.iris.machines

# METADATA
# description: by environment, the regions of its primaries
primary[environment] contains region if {
	some machine in machines.by_role.primary
	environment := estate.environment(machine)
	region := estate.region(machine)
}

# METADATA
# description: by environment, the regions that have a DR async member and no primary
second[environment] contains region if {
	some machine in machines.by_role["dr-async"]
	environment := estate.environment(machine)
	region := estate.region(machine)
	not region in primary[environment]
}
