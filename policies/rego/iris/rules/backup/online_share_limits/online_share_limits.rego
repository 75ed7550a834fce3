# METADATA
# title: A share for backups is one for SMB, of at most 100 TiB
# description: |
#   Azure makes no larger share; InterSystems' article names 5 TB, which held for shares of its time. NFS has no
#   encryption on the way unless its client brings it. Judged are shares of accounts that hold backups.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets
#     description: Limits of Azure Files
# custom:
#   id: IRIS-BKP-034
#   name: online-share-limits
#   severity: medium
#   family: backup
#   requirements: [S17]
#   remediation: |
#     Set quota to at most 102400, and enabled_protocol to SMB.
package iris.rules.backup.online_share_limits

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains share.key if some share in storage.backup_shares

failures contains report.must_be(share, ["quota"], "1 to 102400", quota) if {
	some share in storage.backup_shares
	quota := estate.value(share, ["quota"])
	_is_wrong_quota(quota)
}

failures contains report.must_be(share, ["enabled_protocol"], "SMB", protocol) if {
	some share in storage.backup_shares
	not _is_wrong_quota(estate.value(share, ["quota"]))
	protocol := _protocol(share)
	_is_wrong_protocol(protocol)
}

undecided contains report.finding(share, ["quota or enabled_protocol is known only after apply"]) if {
	some share in storage.backup_shares
	quota := estate.value(share, ["quota"])
	not _is_wrong_quota(quota)
	protocol := _protocol(share)
	not _is_wrong_protocol(protocol)
	some value in [quota, protocol]
	estate.is_unknown(value)
}

_protocol(share) := estate.value_or(share, ["enabled_protocol"], "SMB")

_is_wrong_quota(null)

_is_wrong_quota(quota) if {
	is_number(quota)
	quota < 1
}

_is_wrong_quota(quota) if {
	is_number(quota)
	quota > 102400
}

_is_wrong_protocol(protocol) if {
	protocol != "SMB"
	not estate.is_unknown(protocol)
}
