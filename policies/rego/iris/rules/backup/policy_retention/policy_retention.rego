# METADATA
# title: Backups are kept for a month at least
# description: |
#   Damage to data that a monthly closing finds must be older than the oldest backup by then. A policy that backs up
#   once a week has no daily retention, and is failed by another rule.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
#     description: Enhanced policy
# custom:
#   id: IRIS-BKP-011
#   name: policy-retention
#   severity: high
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set retention_daily.count to 30 or more.
package iris.rules.backup.policy_retention

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains policy.key if some policy in _policies

failures contains report.must_be(policy, _path, "30 or more", value) if {
	some policy in _policies
	value := estate.value(policy, _path)
	not estate.is_unknown(value)
	not _is_enough(value)
}

undecided contains report.unknown(policy, _path) if {
	some policy in _policies
	estate.is_unknown(estate.value(policy, _path))
}

_policies := [policy |
	some policy in input.resources.azurerm_backup_policy_vm
	estate.value(policy, ["backup", 0, "frequency"]) != "Weekly"
]

_is_enough(days) if {
	is_number(days)
	days >= 30
}

_path := ["retention_daily", 0, "count"]
