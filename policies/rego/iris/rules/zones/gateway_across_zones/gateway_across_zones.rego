# METADATA
# title: An Application Gateway is in more than one zone
# description: |
#   Its instances are spread over the zones that it names; one that names none is in the zones that Azure chooses, or in
#   one.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/reliability/reliability-application-gateway-v2
#     description: Reliability in Application Gateway v2
# custom:
#   id: IRIS-ZON-005
#   name: gateway-across-zones
#   severity: high
#   family: zones
#   requirements: [S7, S11, agw.zones]
#   remediation: |
#     Set zones to all zones of the region (only possible when the gateway is created).
package iris.rules.zones.gateway_across_zones

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.must_be(gateway, ["zones"], "two or more", zones) if {
	some gateway in input.resources.azurerm_application_gateway
	zones := estate.value(gateway, ["zones"])
	not _are_enough(zones)
	not estate.is_unknown(zones)
}

undecided contains report.unknown(gateway, ["zones"]) if {
	some gateway in input.resources.azurerm_application_gateway
	estate.is_unknown(estate.value(gateway, ["zones"]))
}

_are_enough(zones) if {
	is_array(zones)
	count(zones) > 1
}
