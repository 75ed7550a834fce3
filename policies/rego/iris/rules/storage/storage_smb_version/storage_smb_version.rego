# METADATA
# title: File shares are reached by SMB 3.1.1 alone
# description: |
#   Older versions negotiate without protection against whoever is in between. Judged are accounts with file shares.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/files/files-smb-protocol
#     description: SMB settings of Azure Files
# custom:
#   id: IRIS-STO-015
#   name: storage-smb-version
#   severity: high
#   family: storage
#   requirements: [S17, share.smb-311]
#   remediation: |
#     Set share_properties.smb.versions to SMB3.1.1 alone.
package iris.rules.storage.storage_smb_version

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in storage.with_shares

failures contains report.must_be(account, _path, "SMB3.1.1 alone", values) if {
	some account in storage.with_shares
	values := estate.value(account, _path)
	_is_wrong(values)
}

undecided contains report.unknown(account, _path) if {
	some account in storage.with_shares
	values := estate.value(account, _path)
	not _is_wrong(values)
	_is_undecided(values)
}

# Where nothing is said, Azure permits all that there are.
_is_wrong(null)

_is_wrong([])

_is_wrong(values) if {
	is_array(values)
	some value in values
	not estate.is_unknown(value)
	not value in _allowed
}

_is_undecided(values) if estate.is_unknown(values)

_is_undecided(values) if {
	is_array(values)
	some value in values
	estate.is_unknown(value)
}

_allowed := {"SMB3.1.1"}

_path := ["share_properties", 0, "smb", 0, "versions"]
