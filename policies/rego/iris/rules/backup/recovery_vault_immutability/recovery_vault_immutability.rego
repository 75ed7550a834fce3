# METADATA
# title: Backups cannot be deleted before they expire
# description: |
#   An immutable vault refuses to delete recovery points, or to shorten their retention, whoever asks. Unlocked can
#   be taken back; Locked cannot.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept
#     description: Immutable vaults
# custom:
#   id: IRIS-BKP-005
#   name: recovery-vault-immutability
#   severity: high
#   family: backup
#   requirements: [S15, rsv.immutability]
#   remediation: |
#     Set immutability to Unlocked, and to Locked once the policies are proved.
package iris.rules.backup.recovery_vault_immutability

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "Unlocked or Locked", value) if {
	some vault in input.resources.azurerm_recovery_services_vault
	value := estate.value_or(vault, _path, "Disabled")
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.is_unknown(estate.value(vault, _path))
}

_path := ["immutability"]

_allowed := {"Locked", "Unlocked"}
