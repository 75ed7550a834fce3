# METADATA
# title: A storage account that holds backups or states is in two regions
# description: |
#   A region that is lost takes an account with it that is nowhere else: the backups with the databases, the states
#   with what they describe.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-redundancy
#     description: Redundancy of Azure Storage
# custom:
#   id: IRIS-STO-014
#   name: storage-geo-redundant
#   severity: critical
#   family: storage
#   requirements: [S16, S17, storage.replication-geo, storage.replication-not-lrs]
#   remediation: |
#     Set account_replication_type to GRS, RAGRS, GZRS or RAGZRS.
package iris.rules.storage.storage_geo_redundant

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _kept

failures contains report.must_be(account, _path, "GRS, RAGRS, GZRS or RAGZRS", replication) if {
	some account in _kept
	replication := estate.value(account, _path)
	not replication in {"GRS", "RAGRS", "GZRS", "RAGZRS"}
	not estate.is_unknown(replication)
}

undecided contains report.unknown(account, _path) if {
	some account in _kept
	estate.is_unknown(estate.value(account, _path))
}

_kept contains account if {
	some content in ["backup", "state"]
	some account in storage.holding[content]
}

_path := ["account_replication_type"]
