# METADATA
# title: No network interface has a public address
# description: |
#   A server with a public address is reached and reaches out past load balancer, firewall and NAT gateway. Users
#   come by the web end points, administrators by VPN, ExpressRoute or Bastion.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses
#     description: Public addresses
#   - ref: https://learn.microsoft.com/azure/bastion/bastion-overview
#     description: Azure Bastion
# custom:
#   id: IRIS-NET-013
#   name: machine-no-public-address
#   severity: critical
#   family: network
#   requirements: [S9, S23, nic.no-public-ip]
#   remediation: |
#     Remove public_ip_address_id from each ip_configuration of the interface.
package iris.rules.network.machine_no_public_address

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains interface.key if some interface in input.resources.azurerm_network_interface

failures contains report.finding(interface, [_message]) if {
	some interface in input.resources.azurerm_network_interface
	_has_address(interface)
}

undecided contains report.finding(interface, ["ip_configuration.public_ip_address_id is known only after apply"]) if {
	some interface in input.resources.azurerm_network_interface
	not _has_address(interface)
	_may_have_address(interface)
}

_message := "ip_configuration.public_ip_address_id must be nothing, got a public address"

_has_address(interface) if {
	some path in _paths(interface)
	estate.is_linked(interface, path)
}

_may_have_address(interface) if estate.is_unknown(estate.value(interface, ["ip_configuration"]))

_may_have_address(interface) if {
	some path in _paths(interface)
	estate.is_link_unknown(interface, path)
}

_paths(interface) := [["ip_configuration", index, "public_ip_address_id"] |
	some index, _ in estate.blocks(interface, "ip_configuration")
]
