# METADATA
# title: A VPN gateway is active-active
# description: |
#   Of a gateway with a standby instance each site has one tunnel, which is gone until the standby has taken over, in
#   maintenance as in a failure. Active-active, both instances have a tunnel to each site.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways
#     description: Active-active gateways
# custom:
#   id: IRIS-NET-002
#   name: vpn-gateway-active-active
#   severity: high
#   family: network
#   requirements: [S23, vng.active-active]
#   remediation: |
#     Set active_active to true, and give the gateway two ip_configuration blocks, each with a public address of
#     its own.
package iris.rules.network.vpn_gateway_active_active

import data.iris.estate
import data.iris.gateways
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in gateways.vpn

failures contains report.must_be(gateway, ["active_active"], "true", value) if {
	some gateway in gateways.vpn
	value := estate.value(gateway, ["active_active"])
	not value == true
	not estate.is_unknown(value)
}

undecided contains report.unknown(gateway, ["active_active"]) if {
	some gateway in gateways.vpn
	estate.is_unknown(estate.value(gateway, ["active_active"]))
}
