# METADATA
# title: A Recovery Services vault is encrypted with a customer-managed key
# description: |
#   What the vault holds is a copy of every disk: who may revoke the key of the disks must be able to revoke that of
#   their copies. Azure encrypts new vaults alone.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
#     description: Encryption of backups with customer-managed keys
# custom:
#   id: IRIS-BKP-006
#   name: recovery-vault-customer-key
#   severity: high
#   family: backup
#   requirements: [S15, S24, rsv.cmk, rsv.identity]
#   remediation: |
#     Add an encryption block with key_id, and an identity block with an identity that holds the role Key Vault
#     Crypto Service Encryption User on the key.
package iris.rules.backup.recovery_vault_customer_key

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "a key of Key Vault", null) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.link(vault, _path, "linked") == null
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.is_link_unknown(vault, _path)
}

_path := ["encryption", 0, "key_id"]
