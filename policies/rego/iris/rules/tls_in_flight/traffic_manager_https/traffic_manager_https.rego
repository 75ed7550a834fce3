# METADATA
# title: Traffic Manager monitors by HTTPS
# description: |
#   A probe by HTTP needs a plain port open to the internet, and finds an end point healthy whose certificate has
#   expired.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring
#     description: Traffic Manager end point monitoring
# custom:
#   id: IRIS-TLS-006
#   name: traffic-manager-https
#   severity: high
#   family: tls-in-flight
#   requirements: [S21, S25, tm.https]
#   remediation: |
#     Set monitor_config.protocol to HTTPS and its port to 443.
package iris.rules.tls_in_flight.traffic_manager_https

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains profile.key if some profile in input.resources.azurerm_traffic_manager_profile

failures contains report.must_be(profile, _path, "HTTPS", protocol) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	protocol := estate.value(profile, _path)
	protocol != "HTTPS"
	not estate.is_unknown(protocol)
}

undecided contains report.unknown(profile, _path) if {
	some profile in input.resources.azurerm_traffic_manager_profile
	estate.is_unknown(estate.value(profile, _path))
}

_path := ["monitor_config", 0, "protocol"]
