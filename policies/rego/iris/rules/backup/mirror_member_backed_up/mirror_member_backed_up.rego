# METADATA
# title: Every member of a mirror is backed up
# description: |
#   A mirror carries damage to data to all its members within seconds: only backups go back in time. Each member is
#   protected by a Recovery Services vault, so that there are backups wherever the primary is; where an environment
#   has no vault, its databases are backed up to a storage account with the tag iris-holds: backup.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-introduction
#     description: Backup of Azure virtual machines
# custom:
#   id: IRIS-BKP-013
#   name: mirror-member-backed-up
#   severity: critical
#   family: backup
#   requirements: [S15, S17, vm.backup]
#   remediation: |
#     Add an azurerm_backup_protected_vm with the machine as source_vm_id, in a vault of its region, whose
#     protection is not stopped.
package iris.rules.backup.mirror_member_backed_up

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if some member in _members

failures contains report.finding(member, [_message]) if {
	count(_unresolved) == 0
	some member in _members
	not _is_backed_up(member)
}

undecided contains report.finding(member, message) if {
	count(_unresolved) > 0
	message := ["machine of ", report.listed(_unresolved), " is known only after apply"]
	some member in _members
	not _is_backed_up(member)
}

_members := [member |
	some role in ["primary", "backup", "dr-async"]
	some member in machines.by_role[role]
]

_is_backed_up(member) if {
	some item in estate.sources(member, "azurerm_backup_protected_vm", "source_vm_id")
	not estate.value(item, ["protection_state"]) in {"BackupsSuspended", "ProtectionStopped"}
}

_is_backed_up(member) if {
	environment := estate.environment(member)
	not environment in _with_vault
	environment in _with_account
}

_with_vault contains estate.environment(vault) if some vault in input.resources.azurerm_recovery_services_vault

_with_account contains estate.environment(account) if {
	some account in input.resources.azurerm_storage_account
	estate.tag(account, "iris-holds") == "backup"
}

_unresolved contains item.address if {
	some item in input.resources.azurerm_backup_protected_vm
	estate.is_link_unknown(item, ["source_vm_id"])
}

_message := "must be protected by a Recovery Services vault, got no protected item"
