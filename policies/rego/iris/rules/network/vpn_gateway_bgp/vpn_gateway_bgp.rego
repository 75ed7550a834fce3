# METADATA
# title: A VPN gateway speaks BGP
# description: |
#   By BGP gateway and sites tell each other which ranges they reach, and withdraw those that they no longer do:
#   traffic moves to the other tunnel, or from ExpressRoute to the VPN, by itself.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-bgp-overview
#     description: BGP and VPN gateways
# custom:
#   id: IRIS-NET-003
#   name: vpn-gateway-bgp
#   severity: medium
#   family: network
#   requirements: [S23]
#   remediation: |
#     Set enable_bgp (bgp_enabled from azurerm 5) to true on the gateway, and on each connection whose device
#     speaks BGP.
package iris.rules.network.vpn_gateway_bgp

import data.iris.estate
import data.iris.gateways
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in gateways.vpn

failures contains report.must_be(gateway, [_attribute], "true", value) if {
	some gateway in gateways.vpn
	value := _value(gateway)
	not value == true
	not estate.is_unknown(value)
}

undecided contains report.unknown(gateway, [_attribute]) if {
	some gateway in gateways.vpn
	estate.is_unknown(_value(gateway))
}

_attribute := "enable_bgp (bgp_enabled)"

# azurerm 4.55 says enable_bgp, azurerm 5 bgp_enabled.
_value(gateway) := value if {
	value := estate.value(gateway, ["bgp_enabled"])
	value != null
} else := estate.value_or(gateway, ["enable_bgp"], false)
