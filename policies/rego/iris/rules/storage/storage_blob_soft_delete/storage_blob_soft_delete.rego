# METADATA
# title: Deleted blobs and containers come back for a week at least
# description: |
#   Azure keeps what is deleted for the days of both policies. Accounts of premium file shares have neither.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview
#     description: Soft delete of blobs
#   - ref: https://learn.microsoft.com/azure/storage/blobs/soft-delete-container-overview
#     description: Soft delete of containers
# custom:
#   id: IRIS-STO-012
#   name: storage-blob-soft-delete
#   severity: high
#   family: storage
#   requirements: [storage.blob-soft-delete, storage.container-soft-delete]
#   remediation: |
#     Add blob_properties.delete_retention_policy and blob_properties.container_delete_retention_policy, each of 7
#     days or more.
package iris.rules.storage.storage_blob_soft_delete

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _with_blobs

failures contains report.finding(account, [
	"blob_properties must have ",
	report.listed(lacking),
	" of 7 days or more",
]) if {
	some account in _with_blobs
	lacking := _lacking(account)
	count(lacking) > 0
}

undecided contains report.finding(account, ["days of its soft delete are known only after apply"]) if {
	some account in _with_blobs
	count(_lacking(account)) == 0
	some policy in _policies
	estate.is_unknown(_days(account, policy))
}

_with_blobs contains account if {
	some account in input.resources.azurerm_storage_account
	storage.has_blobs(account)
}

_policies := ["container_delete_retention_policy", "delete_retention_policy"]

_lacking(account) := {policy |
	some policy in _policies
	days := _days(account, policy)
	is_number(days)
	days < 7
}

# A policy without days has Azure's 7; without a policy nothing is kept.
_days(account, policy) := estate.value_or(account, array.concat(_path(policy), ["days"]), 7) if {
	estate.value(account, _path(policy)) != null
} else := 0

_path(policy) := ["blob_properties", 0, policy, 0]
