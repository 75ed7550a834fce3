# METADATA
# title: Load balancers and public addresses are of SKU Standard
# description: |
#   Basic load balancers and Basic public addresses were retired on 2025-09-30: they have no SLA, no zones and are
#   open by default.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/skus
#     description: Load balancer SKUs
# custom:
#   id: IRIS-AVL-008
#   name: standard-sku
#   severity: high
#   family: availability
#   requirements: [S9, lb.standard, pip.standard]
#   remediation: |
#     Set sku to Standard, or leave it out.
package iris.rules.availability.standard_sku

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some resource in _resources

failures contains report.must_be(resource, ["sku"], "Standard", "Basic") if {
	some resource in _resources
	_sku(resource) == "Basic"
}

undecided contains report.unknown(resource, ["sku"]) if {
	some resource in _resources
	estate.is_unknown(_sku(resource))
}

_resources := [resource |
	some type in ["azurerm_lb", "azurerm_public_ip"]
	some resource in input.resources[type]
]

_sku(resource) := estate.value_or(resource, ["sku"], "Standard")
