# METADATA
# title: A Recovery Services vault without cross-region restore has no public access
# description: |
#   Azure lets no vault with cross-region restore deny public networks. All others do: backups of machines need no
#   way to the vault by the network.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-configure-manage
#     description: Denying public network access to a vault
# custom:
#   id: IRIS-BKP-003
#   name: recovery-vault-not-public
#   severity: high
#   family: backup
#   requirements: [S15, rsv.no-public]
#   remediation: |
#     Set public_network_access_enabled to false.
package iris.rules.backup.recovery_vault_not_public

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, _allowed, true) if {
	some vault in input.resources.azurerm_recovery_services_vault
	_is_public(vault) == true
	_restores_elsewhere(vault) == false
}

undecided contains report.finding(vault, [_message]) if {
	some vault in input.resources.azurerm_recovery_services_vault
	_is_public(vault) in {true, _unknown}
	_restores_elsewhere(vault) in {false, _unknown}
	_unknown in {_is_public(vault), _restores_elsewhere(vault)}
}

_is_public(vault) := estate.value_or(vault, _path, true)

_restores_elsewhere(vault) := estate.value_or(vault, ["cross_region_restore_enabled"], false)

_path := ["public_network_access_enabled"]

_unknown := {"$unknown": true}

_allowed := "false without cross_region_restore_enabled"

_message := "whether public networks reach it, or it restores in the paired region, is known only after apply"
