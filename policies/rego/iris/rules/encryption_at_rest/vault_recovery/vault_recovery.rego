# METADATA
# title: A Key Vault keeps what is deleted for 90 days
# description: |
#   Whoever loses the key loses the databases. Purge protection keeps deleted keys out of reach of mistakes and
#   attackers until the retention of 90 days has passed.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
#     description: Key Vault soft delete and purge protection
# custom:
#   id: IRIS-ENC-006
#   name: vault-recovery
#   severity: critical
#   family: encryption-at-rest
#   requirements: [S24, S26, kv.purge-protection, kv.soft-delete]
#   remediation: |
#     Set purge_protection_enabled to true and soft_delete_retention_days to 90.
package iris.rules.encryption_at_rest.vault_recovery

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_key_vault

failures contains finding if {
	some vault in input.resources.azurerm_key_vault
	[attribute, wanted, received] := _faults(vault)[0]
	finding := report.must_be(vault, [attribute], report.shown(wanted), received)
}

undecided contains report.unknown(vault, [names[0]]) if {
	some vault in input.resources.azurerm_key_vault
	count(_faults(vault)) == 0
	names := [attribute | some [attribute, _, received] in _settings(vault); estate.is_unknown(received)]
}

_faults(vault) := [setting |
	some setting in _settings(vault)
	[_, wanted, received] := setting
	received != wanted
	not estate.is_unknown(received)
]

_settings(vault) := [
	["purge_protection_enabled", true, estate.value_or(vault, ["purge_protection_enabled"], false)],
	["soft_delete_retention_days", 90, estate.value_or(vault, ["soft_delete_retention_days"], 90)],
]
