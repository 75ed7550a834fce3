# METADATA
# title: A Recovery Services vault keeps what is deleted from it
# description: |
#   With soft delete, backups that somebody deleted, by mistake or on purpose, come back for 14 days.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-security-feature-cloud
#     description: Soft delete for Azure Backup
# custom:
#   id: IRIS-BKP-004
#   name: recovery-vault-soft-delete
#   severity: critical
#   family: backup
#   requirements: [S15, rsv.soft-delete]
#   remediation: |
#     Leave soft_delete_enabled out, or set it to true.
package iris.rules.backup.recovery_vault_soft_delete

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "true", value) if {
	some vault in input.resources.azurerm_recovery_services_vault
	value := estate.value_or(vault, _path, true)
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.is_unknown(estate.value(vault, _path))
}

_path := ["soft_delete_enabled"]

_allowed := {true}
