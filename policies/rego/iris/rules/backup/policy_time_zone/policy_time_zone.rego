# METADATA
# title: A backup policy states a time zone of Windows
# description: |
#   Backups run when their servers are quiet: at a time of their users. Azure Backup knows time zones by the names
#   that Windows gives them, not Europe/Berlin; without one it means UTC.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
#     description: Enhanced policy
# custom:
#   id: IRIS-BKP-012
#   name: policy-time-zone
#   severity: low
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set timezone to a time zone of Windows, such as W. Europe Standard Time, or to UTC.
package iris.rules.backup.policy_time_zone

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains policy.key if some policy in input.resources.azurerm_backup_policy_vm

failures contains report.must_be(policy, ["timezone"], "a time zone of Windows", value) if {
	some policy in input.resources.azurerm_backup_policy_vm
	value := estate.value(policy, ["timezone"])
	not estate.is_unknown(value)
	not _is_windows(value)
}

undecided contains report.unknown(policy, ["timezone"]) if {
	some policy in input.resources.azurerm_backup_policy_vm
	estate.is_unknown(estate.value(policy, ["timezone"]))
}

_is_windows(zone) if {
	is_string(zone)
	regex.match(`^(UTC([+-][0-9]{2})?|[A-Za-z. ]+ Standard Time( [(]Mexico[)])?)$`, zone)
}
