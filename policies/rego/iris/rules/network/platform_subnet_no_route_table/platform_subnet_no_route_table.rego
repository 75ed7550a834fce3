# METADATA
# title: Azure's own services keep their way to the internet
# description: |
#   Azure manages its firewalls, gateways, Bastions and Application Gateways over the internet. A route table on the
#   subnets of the first three, or a default route to an appliance on that of an Application Gateway, takes that way:
#   Azure refuses it, or the service fails.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure
#     description: Routes of an Application Gateway
# custom:
#   id: IRIS-NET-027
#   name: platform-subnet-no-route-table
#   severity: high
#   family: network
#   requirements: [S27]
#   remediation: |
#     Remove the route table from the subnet; route subnets of servers alone.
package iris.rules.network.platform_subnet_no_route_table

import data.iris.estate
import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains subnet.key if some subnet in _platform

judged contains subnet.key if some subnet in _of_gateways

failures contains report.finding(subnet, ["must have no route table, got one"]) if {
	some subnet in _platform
	count(ways_out.route_associations(subnet)) > 0
}

failures contains report.finding(subnet, ["must have no default route to an appliance, got one"]) if {
	some subnet in _of_gateways
	count(ways_out.appliance_routes(subnet)) > 0
}

# Whether a route table whose subnet no one can tell is that of this one cannot be known before apply.
undecided contains report.finding(subnet, ["subnet of ", report.listed(_unresolved), " is known only after apply"]) if {
	count(_unresolved) > 0
	some subnet in array.concat(_platform, _of_gateways)
	count(ways_out.route_associations(subnet)) == 0
}

_unresolved contains association.address if {
	some association in input.resources.azurerm_subnet_route_table_association
	estate.is_link_unknown(association, ["subnet_id"])
}

_platform := [subnet |
	some subnet in input.resources.azurerm_subnet
	ways_out.is_platform(subnet)
]

_of_gateways := [subnet |
	some subnet in input.resources.azurerm_subnet
	count(estate.sources(subnet, "azurerm_application_gateway", "gateway_ip_configuration.subnet_id")) > 0
]
