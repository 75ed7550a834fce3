# METADATA
# title: A storage account that holds backups or states keeps versions of blobs
# description: |
#   What is overwritten by mistake or by malice can be read again. Accounts of premium file shares have no blobs.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/versioning-overview
#     description: Versions of blobs
# custom:
#   id: IRIS-STO-011
#   name: storage-versioning
#   severity: high
#   family: storage
#   requirements: [S16, storage.versioning]
#   remediation: |
#     Set blob_properties.versioning_enabled to true.
package iris.rules.storage.storage_versioning

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _kept

failures contains report.must_be(account, _path, "true", false) if {
	some account in _kept
	estate.value_or(account, _path, false) == false
}

undecided contains report.unknown(account, _path) if {
	some account in _kept
	estate.is_unknown(estate.value_or(account, _path, false))
}

_kept contains account if {
	some content in ["backup", "state"]
	some account in storage.holding[content]
	storage.has_blobs(account)
}

_path := ["blob_properties", 0, "versioning_enabled"]
