# METADATA
# title: Public addresses and front ends of load balancers are in more than one zone
# description: |
#   Servers in three zones are of no use behind an address that is lost with one of them. The external front end of a
#   load balancer is where its public address is, and judged by that. Addresses of a virtual network gateway are judged
#   by the rule on those.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/reliability/reliability-load-balancer
#     description: Reliability in Azure Load Balancer
# custom:
#   id: IRIS-ZON-004
#   name: front-end-across-zones
#   severity: high
#   family: zones
#   requirements: [S9, S13, lb.zones, pip.zones]
#   remediation: |
#     Set zones to all zones of the region (only possible when the address or front end is created).
package iris.rules.zones.front_end_across_zones

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some [resource, _] in _front_ends

failures contains report.must_be(resource, path, "two or more", zones) if {
	some [resource, path] in _front_ends
	zones := estate.value(resource, path)
	not _are_enough(zones)
	not estate.is_unknown(zones)
}

undecided contains report.unknown(resource, path) if {
	some [resource, path] in _front_ends
	estate.is_unknown(estate.value(resource, path))
}

_front_ends contains [address, ["zones"]] if {
	some address in input.resources.azurerm_public_ip
	count(estate.sources(address, "azurerm_virtual_network_gateway", "ip_configuration.public_ip_address_id")) == 0
}

_front_ends contains [balancer, ["frontend_ip_configuration", index, "zones"]] if {
	some balancer in input.resources.azurerm_lb
	some index, _ in estate.blocks(balancer, "frontend_ip_configuration")
	estate.value(balancer, ["frontend_ip_configuration", index, "subnet_id"]) != null
}

_are_enough(zones) if {
	is_array(zones)
	count(zones) > 1
}
