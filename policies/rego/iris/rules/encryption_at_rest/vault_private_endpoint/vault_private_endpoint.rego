# METADATA
# title: A Key Vault has a private end point
# description: |
#   Disk encryption sets, gateways and machines reach the vault inside the network of the estate, not by a public
#   address.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/private-link-service
#     description: Key Vault private end points
# custom:
#   id: IRIS-ENC-009
#   name: vault-private-endpoint
#   severity: high
#   family: encryption-at-rest
#   requirements: [S26, kv.private-endpoint]
#   remediation: |
#     Add an azurerm_private_endpoint whose private_connection_resource_id is the vault, with the subresource
#     vault.
package iris.rules.encryption_at_rest.vault_private_endpoint

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_key_vault

failures contains report.finding(vault, ["must have a private end point, got none"]) if {
	count(_unresolved) == 0
	some vault in input.resources.azurerm_key_vault
	count(_endpoints(vault)) == 0
}

undecided contains report.finding(vault, ["target of ", report.listed(_unresolved), " is known only after apply"]) if {
	count(_unresolved) > 0
	some vault in input.resources.azurerm_key_vault
	count(_endpoints(vault)) == 0
}

_endpoints(vault) := estate.sources(
	vault,
	"azurerm_private_endpoint",
	"private_service_connection.private_connection_resource_id",
)

_unresolved contains endpoint.address if {
	some endpoint in input.resources.azurerm_private_endpoint
	estate.is_link_unknown(endpoint, ["private_service_connection", 0, "private_connection_resource_id"])
}
