# METADATA
# title: A load balancer probes every 5 seconds
# description: |
#   Five seconds is the shortest interval that Azure offers. With the default of 15 seconds users wait three times
#   as long for a failover, or for a web server that has failed.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
#     description: Load balancer health probes
# custom:
#   id: IRIS-AVL-010
#   name: probe-interval
#   severity: medium
#   family: availability
#   requirements: [S10, S13]
#   remediation: |
#     Set interval_in_seconds to 5.
package iris.rules.availability.probe_interval

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains probe.key if some probe in input.resources.azurerm_lb_probe

failures contains report.must_be(probe, _path, "5", interval) if {
	some probe in input.resources.azurerm_lb_probe
	interval := _interval(probe)
	interval != 5
	not estate.is_unknown(interval)
}

undecided contains report.unknown(probe, _path) if {
	some probe in input.resources.azurerm_lb_probe
	estate.is_unknown(_interval(probe))
}

_interval(probe) := estate.value_or(probe, _path, 15)

_path := ["interval_in_seconds"]
