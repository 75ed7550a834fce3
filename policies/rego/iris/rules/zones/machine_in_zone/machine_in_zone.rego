# METADATA
# title: A virtual machine is in a zone
# description: |
#   Zones are data centers with power, cooling and network of their own: Azure promises 99.99 % for two machines in two
#   of them, and 99.95 % for two in an availability set, which is one data center.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/reliability/availability-zones-overview
#     description: Availability zones
# custom:
#   id: IRIS-ZON-001
#   name: machine-in-zone
#   severity: critical
#   family: zones
#   requirements: [S7, vm.zone, vm.no-availability-set]
#   remediation: |
#     Set zone instead of availability_set_id (only possible when the machine is created).
package iris.rules.zones.machine_in_zone

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, ["zone"], "set", "nothing") if {
	some machine in machines.present
	estate.value(machine, ["zone"]) == null
}

undecided contains report.unknown(machine, ["zone"]) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, ["zone"]))
}
