# METADATA
# title: Deleted shares come back for a week at least
# description: |
#   Judged are accounts with file shares. A share that is deleted with all its backups can be restored while its
#   days last.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion
#     description: Soft delete of file shares
# custom:
#   id: IRIS-STO-013
#   name: storage-share-soft-delete
#   severity: high
#   family: storage
#   requirements: [S17, share.soft-delete]
#   remediation: |
#     Add share_properties.retention_policy of 7 days or more.
package iris.rules.storage.storage_share_soft_delete

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in storage.with_shares

failures contains report.must_be(account, _path, "at least 7", days) if {
	some account in storage.with_shares
	days := _days(account)
	not _is_enough(days)
	not estate.is_unknown(days)
}

undecided contains report.unknown(account, _path) if {
	some account in storage.with_shares
	estate.is_unknown(_days(account))
}

# A policy without days has Azure's 7.
_days(account) := estate.value_or(account, _path, 7) if {
	estate.value(account, ["share_properties", 0, "retention_policy", 0]) != null
} else := null

_is_enough(days) if {
	is_number(days)
	days >= 7
}

_path := ["share_properties", 0, "retention_policy", 0, "days"]
