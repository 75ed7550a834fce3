# METADATA
# title: Keys of gateway connections are not in files
# description: |
#   A pre-shared key, or the authorization of a circuit, that stands in a file is known to whoever reads the
#   repository, its history or an artifact of its pipeline. It belongs into a sensitive variable, or a reference to
#   what makes it. In a plan such a value is marked as sensitive, whatever it came from: configuration shows more.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/values/variables
#     description: Sensitive variables of Terraform
# custom:
#   id: IRIS-NET-007
#   name: gateway-keys-not-in-files
#   severity: critical
#   family: network
#   requirements: [S23, S26]
#   remediation: |
#     Take the key from a variable that is sensitive and has no default, and change the key, which is known by
#     now.
package iris.rules.network.gateway_keys_not_in_files

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some resource in _resources

failures contains report.finding(resource, [concat(", ", names), _message]) if {
	some resource in _resources
	names := sort([name |
		some name in ["authorization_key", "shared_key"]
		_is_literal(estate.value(resource, [name]))
	])
	count(names) > 0
}

# What is known only after apply comes from elsewhere, as it must: nothing is left to be decided.
undecided := set()

_message := " must not be in a file; take it from a sensitive variable"

_resources := [resource |
	some type in ["azurerm_virtual_network_gateway_connection", "azurerm_express_route_circuit_peering"]
	some resource in input.resources[type]
]

_is_literal(value) if {
	is_string(value)
	value != "(sensitive)"
}
