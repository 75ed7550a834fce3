# METADATA
# title: Long-term copies move to cheaper tiers
# description: |
#   An account that holds backups in containers has a lifecycle with a rule that is in force. Without one, copies of
#   years stay in the hot tier.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview
#     description: Lifecycle of blobs
# custom:
#   id: IRIS-BKP-031
#   name: long-term-lifecycle
#   severity: low
#   family: backup
#   requirements: [S16]
#   remediation: |
#     Add an azurerm_storage_management_policy with an enabled rule for the account.
package iris.rules.backup.long_term_lifecycle

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _with_copies

failures contains report.finding(account, ["must have a lifecycle with a rule in force, got none"]) if {
	some account in _with_copies
	not _has_lifecycle(account)
	not _may_have_lifecycle(account)
}

undecided contains report.finding(account, ["its lifecycle is known only after apply"]) if {
	some account in _with_copies
	not _has_lifecycle(account)
	_may_have_lifecycle(account)
}

_with_copies contains account if {
	some container in storage.backup_containers
	some account in estate.targets(container, ["storage_account_id"], "azurerm_storage_account")
}

_has_lifecycle(account) if {
	some policy in estate.sources(account, _type, "storage_account_id")
	some rule in estate.blocks(policy, "rule")
	rule.enabled == true
}

_may_have_lifecycle(account) if {
	some policy in estate.sources(account, _type, "storage_account_id")
	estate.is_unknown(estate.value(policy, ["rule"]))
}

_may_have_lifecycle(account) if {
	some policy in estate.sources(account, _type, "storage_account_id")
	some rule in estate.blocks(policy, "rule")
	estate.is_unknown(rule.enabled)
}

_may_have_lifecycle(_) if {
	some policy in input.resources[_type]
	estate.is_link_unknown(policy, ["storage_account_id"])
}

_type := "azurerm_storage_management_policy"
