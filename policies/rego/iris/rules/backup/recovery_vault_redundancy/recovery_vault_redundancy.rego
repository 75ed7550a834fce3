# METADATA
# title: A Recovery Services vault keeps its copies in more than one place
# description: |
#   Locally redundant copies are lost with the data centre, and with them every backup of what ran in it. Azure
#   changes the redundancy of a vault only while it protects nothing.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-create-recovery-services-vault
#     description: Redundancy of a vault
# custom:
#   id: IRIS-BKP-001
#   name: recovery-vault-redundancy
#   severity: critical
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set storage_mode_type to GeoRedundant, or to ZoneRedundant where the second region has backups of its own.
package iris.rules.backup.recovery_vault_redundancy

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "GeoRedundant or ZoneRedundant", value) if {
	some vault in input.resources.azurerm_recovery_services_vault
	value := estate.value_or(vault, _path, "GeoRedundant")
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.is_unknown(estate.value(vault, _path))
}

_path := ["storage_mode_type"]

_allowed := {"GeoRedundant", "ZoneRedundant"}
