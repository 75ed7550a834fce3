# METADATA
# title: A vault with a customer-managed key has a second layer of encryption
# description: |
#   Infrastructure encryption below the key of the owner keeps backups encrypted should one of the two be broken. A
#   vault without a customer-managed key is failed by another rule.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
#     description: Encryption of backups with customer-managed keys
# custom:
#   id: IRIS-BKP-007
#   name: recovery-vault-double-encryption
#   severity: medium
#   family: backup
#   requirements: [S24, rsv.infra-encryption]
#   remediation: |
#     Set encryption.infrastructure_encryption_enabled to true.
package iris.rules.backup.recovery_vault_double_encryption

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in _vaults

failures contains report.must_be(vault, _path, "true", value) if {
	some vault in _vaults
	value := estate.value(vault, _path)
	not estate.is_unknown(value)
	value != true
}

undecided contains report.unknown(vault, _path) if {
	some vault in _vaults
	estate.is_unknown(estate.value(vault, _path))
}

_vaults := [vault |
	some vault in input.resources.azurerm_recovery_services_vault
	estate.link(vault, ["encryption", 0, "key_id"], "linked") != null
]

_path := ["encryption", 0, "infrastructure_encryption_enabled"]
