# METADATA
# title: File shares are encrypted on the way by AES in GCM
# description: |
#   AES-128-CCM is what SMB 3.0 has. Judged are accounts with file shares.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/files/files-smb-protocol
#     description: SMB settings of Azure Files
# custom:
#   id: IRIS-STO-016
#   name: storage-smb-encryption
#   severity: high
#   family: storage
#   requirements: [S17, S25, share.smb-channel-encryption]
#   remediation: |
#     Set share_properties.smb.channel_encryption_type to AES-256-GCM, with AES-128-GCM beside it only where a
#     client needs it.
package iris.rules.storage.storage_smb_encryption

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in storage.with_shares

failures contains report.must_be(account, _path, "AES-256-GCM or AES-128-GCM", values) if {
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

_allowed := {"AES-128-GCM", "AES-256-GCM"}

_path := ["share_properties", 0, "smb", 0, "channel_encryption_type"]
