# METADATA
# title: Backups are taken at least once a day
# description: |
#   What was written since the last backup is lost when mirror and journals are: a day at most.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
#     description: Enhanced policy
# custom:
#   id: IRIS-BKP-010
#   name: policy-daily
#   severity: high
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set backup.frequency to Daily or Hourly.
package iris.rules.backup.policy_daily

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains policy.key if some policy in input.resources.azurerm_backup_policy_vm

failures contains report.must_be(policy, _path, "Daily or Hourly", value) if {
	some policy in input.resources.azurerm_backup_policy_vm
	value := estate.value_or(policy, _path, null)
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(policy, _path) if {
	some policy in input.resources.azurerm_backup_policy_vm
	estate.is_unknown(estate.value(policy, _path))
}

_path := ["backup", 0, "frequency"]

_allowed := {"Daily", "Hourly"}
