# METADATA
# title: A geo-redundant vault restores in the paired region
# description: |
#   Without cross-region restore, the copies in the paired region can be used only once Microsoft declares the first
#   region lost. Vaults that are not geo-redundant have no such copies, and are not failed here.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-create-recovery-services-vault
#     description: Cross-region restore
# custom:
#   id: IRIS-BKP-002
#   name: recovery-vault-cross-region-restore
#   severity: high
#   family: backup
#   requirements: [S15, S19, rsv.crr]
#   remediation: |
#     Set cross_region_restore_enabled to true.
package iris.rules.backup.recovery_vault_cross_region_restore

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "true", value) if {
	some vault in input.resources.azurerm_recovery_services_vault
	_redundancy(vault) == "GeoRedundant"
	value := _restores_elsewhere(vault)
	value == false
}

undecided contains report.finding(vault, [_message]) if {
	some vault in input.resources.azurerm_recovery_services_vault
	_redundancy(vault) in {"GeoRedundant", _unknown}
	_restores_elsewhere(vault) in {false, _unknown}
	_unknown in {_redundancy(vault), _restores_elsewhere(vault)}
}

_redundancy(vault) := estate.value_or(vault, ["storage_mode_type"], "GeoRedundant")

_restores_elsewhere(vault) := estate.value_or(vault, _path, false)

_path := ["cross_region_restore_enabled"]

_unknown := {"$unknown": true}

_message := "whether it is geo-redundant and restores in the paired region is known only after apply"
