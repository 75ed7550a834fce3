# METADATA
# title: A storage account has no users of its own
# description: |
#   Local users sign in by SFTP with passwords or keys that Entra ID knows nothing of.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support
#     description: SFTP and its local users
# custom:
#   id: IRIS-STO-017
#   name: storage-no-local-users
#   severity: medium
#   family: storage
#   requirements: [storage.local-user]
#   remediation: |
#     Set local_user_enabled to false.
package iris.rules.storage.storage_no_local_users

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "false", true) if {
	some account in input.resources.azurerm_storage_account
	estate.value_or(account, _path, true) == true
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value_or(account, _path, true))
}

_path := ["local_user_enabled"]
