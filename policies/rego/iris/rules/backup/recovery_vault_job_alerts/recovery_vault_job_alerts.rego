# METADATA
# title: A vault alerts when a backup fails
# description: |
#   Backups that fail in silence are found when they are needed. Unless the vault states it, Azure decides whether
#   there are alerts.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-monitoring-built-in-monitor
#     description: Alerts of Azure Backup
# custom:
#   id: IRIS-BKP-008
#   name: recovery-vault-job-alerts
#   severity: high
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Add a monitoring block with alerts_for_all_job_failures_enabled set to true.
package iris.rules.backup.recovery_vault_job_alerts

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_recovery_services_vault

failures contains report.must_be(vault, _path, "true", value) if {
	some vault in input.resources.azurerm_recovery_services_vault
	value := _alerts(vault)
	not estate.is_unknown(value)
	value != true
}

undecided contains report.unknown(vault, _path) if {
	some vault in input.resources.azurerm_recovery_services_vault
	estate.is_unknown(_alerts(vault))
}

# A block that does not say it has alerts; without a block nothing is said.
_alerts(vault) := estate.value_or(vault, _path, true) if {
	count(estate.blocks(vault, "monitoring")) > 0
} else := estate.value(vault, _path)

_path := ["monitoring", 0, "alerts_for_all_job_failures_enabled"]
