# METADATA
# title: A GatewaySubnet has no security group and no NAT gateway
# description: |
#   With a network security group on their subnet, gateways may stop working: Azure does not support one there. A
#   NAT gateway it refuses. What may come through the gateways is said by the security groups of the other subnets.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
#     description: Gateway subnet
# custom:
#   id: IRIS-NET-009
#   name: gateway-subnet-plain
#   severity: high
#   family: network
#   requirements: [S23]
#   remediation: |
#     Remove the association of the security group or NAT gateway with the GatewaySubnet.
package iris.rules.network.gateway_subnet_plain

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains subnet.key if some subnet in _subnets

failures contains report.finding(subnet, [_message, found]) if {
	some subnet in _subnets
	associations := _associations(subnet)
	count(associations) > 0
	found := report.listed(associations)
}

# Whether an association whose subnet no one can tell is with this one cannot be known before apply.
undecided contains report.finding(subnet, ["associations of the subnet are known only after apply"]) if {
	some subnet in _subnets
	count(_associations(subnet)) == 0
	some type, _ in _kinds
	some association in input.resources[type]
	estate.is_link_unknown(association, ["subnet_id"])
}

_message := "GatewaySubnet must have neither security group nor NAT gateway, got "

_kinds := {
	"azurerm_subnet_nat_gateway_association": "a NAT gateway",
	"azurerm_subnet_network_security_group_association": "a security group",
}

_subnets := [subnet |
	some subnet in input.resources.azurerm_subnet
	estate.value(subnet, ["name"]) == "GatewaySubnet"
]

_associations(subnet) := {kind |
	some type, kind in _kinds
	count(estate.sources(subnet, type, "subnet_id")) > 0
}
