# METADATA
# title: A subnet has no default outbound access
# description: |
#   A subnet that is private goes out only by what is said to be its way. The provider's default is not private.
#   Subnets of Azure's own services are not judged: each has a way of its own.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
#     description: Default outbound access
# custom:
#   id: IRIS-NET-034
#   name: subnet-private
#   severity: high
#   family: network
#   requirements: [S27, subnet.private]
#   remediation: |
#     Set default_outbound_access_enabled to false.
package iris.rules.network.subnet_private

import data.iris.estate
import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains subnet.key if some subnet in _subnets

failures contains report.must_be(subnet, _path, "false", true) if {
	some subnet in _subnets
	estate.value_or(subnet, _path, true) == true
}

undecided contains report.unknown(subnet, _path) if {
	some subnet in _subnets
	estate.is_unknown(estate.value(subnet, _path))
}

_subnets := [subnet |
	some subnet in input.resources.azurerm_subnet
	not ways_out.is_platform(subnet)
]

_path := ["default_outbound_access_enabled"]
