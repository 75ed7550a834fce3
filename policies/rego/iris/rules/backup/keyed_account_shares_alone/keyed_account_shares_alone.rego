# METADATA
# title: An account whose key opens shares holds nothing else
# description: |
#   Where SMB clients must mount a share with the key of its account (tag iris-shared-keys with the value smb), the
#   key opens blobs too: there are none.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/files/storage-files-authorization-overview
#     description: Authorization of Azure Files
# custom:
#   id: IRIS-BKP-033
#   name: keyed-account-shares-alone
#   severity: high
#   family: backup
#   requirements: [S17]
#   remediation: |
#     Put the containers into an account of their own, without shared keys.
package iris.rules.backup.keyed_account_shares_alone

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _keyed

failures contains report.finding(account, ["must hold shares alone, got ", report.listed(containers)]) if {
	some account in _keyed
	containers := {container.address | some container in storage.containers(account)}
	count(containers) > 0
}

undecided contains report.finding(account, [
	"account of ",
	report.listed(_unresolved),
	" is known only after apply",
]) if {
	count(_unresolved) > 0
	some account in _keyed
	count(storage.containers(account)) == 0
}

_keyed contains account if {
	some account in input.resources.azurerm_storage_account
	estate.tag(account, "iris-shared-keys") == "smb"
}

_unresolved contains container.address if {
	some container in input.resources.azurerm_storage_container
	estate.is_link_unknown(container, ["storage_account_id"])
}
