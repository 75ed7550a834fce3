# METADATA
# title: A storage account has no shared keys
# description: |
#   A key opens everything in the account to whoever holds it, is bound to nobody and expires never. Clients sign in
#   by Entra ID. Excepted is an account of shares whose SMB clients cannot, which says so: tag iris-shared-keys with
#   the value smb.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent
#     description: Prevent authorization with shared keys
# custom:
#   id: IRIS-STO-003
#   name: storage-no-shared-key
#   severity: high
#   family: storage
#   requirements: [S17, storage.no-shared-key]
#   remediation: |
#     Set shared_access_key_enabled to false, or tag an account whose shares are mounted with its key: iris-shared-
#     keys = smb.
package iris.rules.storage.storage_no_shared_key

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "false", true) if {
	some account in input.resources.azurerm_storage_account
	estate.value_or(account, _path, true) == true
	not _is_excepted(account)
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value_or(account, _path, true))
	not _is_excepted(account)
}

_is_excepted(account) if {
	estate.tag(account, "iris-shared-keys") == "smb"
	count(storage.shares(account)) > 0
}

_path := ["shared_access_key_enabled"]
