# METADATA
# title: An Application Gateway has at least two instances
# description: |
#   One instance is gone during maintenance, and a gateway that scales to none or one starts its second only when
#   users already wait.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/application-gateway-autoscaling-zone-redundant
#     description: Scaling of Application Gateway v2
# custom:
#   id: IRIS-AVL-015
#   name: gateway-two-instances
#   severity: high
#   family: availability
#   requirements: [S7, S11, agw.min-instances]
#   remediation: |
#     Set autoscale_configuration.min_capacity (or sku.capacity without autoscale) to 2 or more.
package iris.rules.availability.gateway_two_instances

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.must_be(gateway, path, "at least 2", capacity) if {
	some gateway in input.resources.azurerm_application_gateway
	path := _path(gateway)
	capacity := estate.value(gateway, path)
	not _is_enough(capacity)
	not estate.is_unknown(capacity)
}

undecided contains report.unknown(gateway, path) if {
	some gateway in input.resources.azurerm_application_gateway
	path := _path(gateway)
	estate.is_unknown(estate.value(gateway, path))
}

# Autoscale, where configured, decides alone.
_path(gateway) := ["autoscale_configuration", 0, "min_capacity"] if {
	not estate.value(gateway, ["autoscale_configuration"]) in {null, []}
} else := ["sku", 0, "capacity"]

_is_enough(capacity) if {
	is_number(capacity)
	capacity >= 2
}
