# METADATA
# title: A backup policy of virtual machines is an Enhanced one
# description: |
#   Machines with Trusted Launch and Premium SSD v2 disks need an Enhanced policy (V2). Nothing changes a machine
#   back to a Standard one.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy
#     description: Enhanced policy
# custom:
#   id: IRIS-BKP-009
#   name: policy-enhanced
#   severity: high
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set policy_type to V2.
package iris.rules.backup.policy_enhanced

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains policy.key if some policy in input.resources.azurerm_backup_policy_vm

failures contains report.must_be(policy, _path, "V2", value) if {
	some policy in input.resources.azurerm_backup_policy_vm
	value := estate.value_or(policy, _path, "V1")
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(policy, _path) if {
	some policy in input.resources.azurerm_backup_policy_vm
	estate.is_unknown(estate.value(policy, _path))
}

_path := ["policy_type"]

_allowed := {"V2"}
