# METADATA
# title: Virtual network gateways
# description: Gateways and connections by what they are for. One whose type is known only after apply is of neither.
package iris.gateways

import data.iris.estate

# METADATA
# description: the VPN gateways
vpn := _of_type("Vpn")

# METADATA
# description: the ExpressRoute gateways
express_route := _of_type("ExpressRoute")

# METADATA
# description: the connections by IPsec tunnels, to sites and to other networks
tunnels := [connection |
	some connection in input.resources.azurerm_virtual_network_gateway_connection
	estate.value(connection, ["type"]) in {"IPsec", "Vnet2Vnet"}
]

_of_type(type) := [gateway |
	some gateway in input.resources.azurerm_virtual_network_gateway
	estate.value(gateway, ["type"]) == type
]
