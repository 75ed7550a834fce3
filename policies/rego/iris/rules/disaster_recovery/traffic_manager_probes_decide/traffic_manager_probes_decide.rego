# METADATA
# title: Probes decide which region users are led to
# description: |
#   An end point that is always served counts as up whatever its probe finds: users are led to a region without a
#   primary.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
#     description: Traffic Manager end point monitoring
# custom:
#   id: IRIS-DRC-011
#   name: traffic-manager-probes-decide
#   severity: critical
#   family: disaster-recovery
#   requirements: [S21]
#   remediation: |
#     Take always_serve_enabled off, or set it to false.
package iris.rules.disaster_recovery.traffic_manager_probes_decide

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains endpoint.key if some endpoint in _endpoints

failures contains report.must_be(endpoint, _path, "false", true) if {
	some endpoint in _endpoints
	_value(endpoint) == true
}

undecided contains report.unknown(endpoint, _path) if {
	some endpoint in _endpoints
	estate.is_unknown(_value(endpoint))
}

_endpoints := [endpoint |
	some type in ["azurerm_traffic_manager_azure_endpoint", "azurerm_traffic_manager_external_endpoint"]
	some endpoint in input.resources[type]
]

_value(endpoint) := estate.value_or(endpoint, _path, false)

_path := ["always_serve_enabled"]
