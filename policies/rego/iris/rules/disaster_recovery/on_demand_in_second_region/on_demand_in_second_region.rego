# METADATA
# title: Servers that are off until needed are in the second region
# description: |
#   A server with the tag iris-capacity on-demand is deallocated by the runbooks. In the region of the primary it
#   serves users, and a member of a mirror must receive journals all the time.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
#     description: On-demand capacity reservation
# custom:
#   id: IRIS-DRC-006
#   name: on-demand-in-second-region
#   severity: high
#   family: disaster-recovery
#   requirements: [S7, S19]
#   remediation: |
#     Take the tag iris-capacity off, or move the server to the second region.
package iris.rules.disaster_recovery.on_demand_in_second_region

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if {
	some machine in machines.present
	_capacity(machine) == "on-demand"
}

judged contains machine.key if {
	some machine in machines.present
	estate.is_unknown(_capacity(machine))
}

failures contains report.finding(machine, ["a machine of a mirror must not be on-demand"]) if {
	some machine in machines.present
	_capacity(machine) == "on-demand"
	_is_of_mirror(machine)
}

failures contains report.finding(machine, ["a server in the region of the primary must not be on-demand"]) if {
	some machine in machines.present
	_capacity(machine) == "on-demand"
	not _is_of_mirror(machine)
	estate.region(machine) in _primary_regions
}

undecided contains report.finding(machine, ["its location or whether it is on-demand is known only after apply"]) if {
	some machine in machines.present
	_is_open(machine)
}

_is_open(machine) if estate.is_unknown(_capacity(machine))

_is_open(machine) if {
	_capacity(machine) == "on-demand"
	not _is_of_mirror(machine)
	not estate.region(machine)
}

_is_of_mirror(machine) if estate.tag(machine, "iris-mirror") != ""

_primary_regions contains region if {
	some primary in machines.by_role.primary
	region := estate.region(primary)
}

_capacity(machine) := estate.value(machine, ["tags", "iris-capacity"])
