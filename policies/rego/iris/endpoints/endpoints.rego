# METADATA
# title: Load-balanced end points
# description: Load balancers by the end point that our constructs say they are, and the machines behind them.
package iris.endpoints

import data.iris.estate
import data.iris.machines

# METADATA
# description: end points that serve web traffic
web := {"web-internal", "web-external"}

# METADATA
# description: the end point that a load balancer is, such as mirror, or the empty string
kind(balancer) := estate.tag(balancer, "iris-endpoint")

# METADATA
# description: |
#   the end point of the load balancer that a rule or probe belongs to; undefined when that load balancer is not in the
#   estate
owner_kind(part) := kind(estate.targets(part, ["loadbalancer_id"], "azurerm_lb")[0])

# METADATA
# description: keys of the load balancers that have a network interface of a machine in a back-end pool
balancers_of(machine) := {balancer.key |
	some interface in machines.interfaces(machine)
	some association in estate.sources(
		interface,
		"azurerm_network_interface_backend_address_pool_association",
		"network_interface_id",
	)
	some pool in estate.targets(association, ["backend_address_pool_id"], "azurerm_lb_backend_address_pool")
	some balancer in estate.targets(pool, ["loadbalancer_id"], "azurerm_lb")
}

# METADATA
# description: by environment and region, the load balancers that serve web traffic there
web_by_region[name] contains balancer if {
	some balancer in input.resources.azurerm_lb
	kind(balancer) in web
	name := estate.region(balancer)
}
