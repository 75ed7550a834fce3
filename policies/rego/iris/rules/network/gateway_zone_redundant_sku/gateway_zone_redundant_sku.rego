# METADATA
# title: A virtual network gateway is of a zone-redundant SKU
# description: |
#   The SKUs whose names end in AZ, and ErGwScale, place the instances of a VPN or ExpressRoute gateway in different
#   zones. All others, Basic first of all, lose the way to the sites with a zone, and are on their way to
#   retirement.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/about-zone-redundant-vnet-gateways
#     description: Zone-redundant gateways
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation
#     description: Consolidation of VPN gateway SKUs
# custom:
#   id: IRIS-NET-001
#   name: gateway-zone-redundant-sku
#   severity: high
#   family: network
#   requirements: [S23, vng.az-sku, vng.no-legacy-sku]
#   remediation: |
#     Set sku to VpnGw1AZ to VpnGw5AZ for a VPN gateway, or to ErGw1AZ to ErGw3AZ or ErGwScale for an ExpressRoute
#     gateway. A change from a SKU without zones replaces an ExpressRoute gateway.
package iris.rules.network.gateway_zone_redundant_sku

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_virtual_network_gateway

failures contains report.must_be(gateway, ["sku"], _allowed, sku) if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	sku := estate.value(gateway, ["sku"])
	not estate.is_unknown(sku)
	not _is_zone_redundant(sku)
}

undecided contains report.unknown(gateway, ["sku"]) if {
	some gateway in input.resources.azurerm_virtual_network_gateway
	estate.is_unknown(estate.value(gateway, ["sku"]))
}

_is_zone_redundant(sku) if regex.match(`^(VpnGw[1-5]AZ|ErGw[1-3]AZ|ErGwScale)$`, sku)

_allowed := "zone-redundant (VpnGw1AZ to VpnGw5AZ, ErGw1AZ to ErGw3AZ, ErGwScale)"
