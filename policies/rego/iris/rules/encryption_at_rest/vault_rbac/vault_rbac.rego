# METADATA
# title: A Key Vault authorizes by roles
# description: |
#   Roles are granted on single keys, show up in access reviews and cannot be changed by whoever may only write to
#   the vault; access policies can.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#     description: Key Vault roles
# custom:
#   id: IRIS-ENC-007
#   name: vault-rbac
#   severity: high
#   family: encryption-at-rest
#   requirements: [S26, kv.rbac, kv.access-policy-least]
#   remediation: |
#     Set rbac_authorization_enabled to true.
package iris.rules.encryption_at_rest.vault_rbac

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_key_vault

failures contains report.must_be(vault, _path, "true", false) if {
	some vault in input.resources.azurerm_key_vault
	_by_roles(vault) == false
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_key_vault
	estate.is_unknown(_by_roles(vault))
}

# azurerm 4 still reads the older name.
_by_roles(vault) := estate.value_or(vault, _path, estate.value_or(vault, ["enable_rbac_authorization"], false))

_path := ["rbac_authorization_enabled"]
