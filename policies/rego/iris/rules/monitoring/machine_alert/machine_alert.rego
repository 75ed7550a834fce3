# METADATA
# title: An alert tells when a machine is down
# description: |
#   A mirror or a tier goes on with one machine less, and nobody notices until the second one fails.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/monitor-vm-reference
#     description: Metrics of virtual machines
# custom:
#   id: IRIS-MON-013
#   name: machine-alert
#   severity: medium
#   family: monitoring
#   requirements: [S7]
#   remediation: |
#     Add an azurerm_monitor_metric_alert on VmAvailabilityMetric; one alert may have all machines of a region in its
#     scopes.
package iris.rules.monitoring.machine_alert

import data.iris.machines
import data.iris.monitors

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains monitors.unwatched(machine, _metrics) if {
	some machine in machines.present
	not monitors.is_watched(machine, _metrics)
	not monitors.may_be_watched(machine)
}

undecided contains monitors.undecided(machine) if {
	some machine in machines.present
	not monitors.is_watched(machine, _metrics)
	monitors.may_be_watched(machine)
}

_metrics := {"VmAvailabilityMetric"}
