# METADATA
# title: An alert tells when a Key Vault fails requests
# description: |
#   Without its keys no disk is attached, no machine starts and no encrypted database is opened.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/alert
#     description: Alerts of Key Vault
# custom:
#   id: IRIS-MON-014
#   name: vault-alert
#   severity: medium
#   family: monitoring
#   requirements: [S26]
#   remediation: |
#     Add an azurerm_monitor_metric_alert on Availability of the vault.
package iris.rules.monitoring.vault_alert

import data.iris.monitors

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_key_vault

failures contains monitors.unwatched(vault, _metrics) if {
	some vault in input.resources.azurerm_key_vault
	not monitors.is_watched(vault, _metrics)
	not monitors.may_be_watched(vault)
}

undecided contains monitors.undecided(vault) if {
	some vault in input.resources.azurerm_key_vault
	not monitors.is_watched(vault, _metrics)
	monitors.may_be_watched(vault)
}

_metrics := {"Availability"}
