# METADATA
# title: A storage account that holds backups is encrypted with a customer-managed key
# description: |
#   Backups are as secret as the databases: the organization holds the key and can revoke it. Online Backup of an
#   encrypted database writes without encryption, so that the account is all that encrypts it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview
#     description: Customer-managed keys of storage accounts
# custom:
#   id: IRIS-STO-010
#   name: storage-customer-key
#   severity: high
#   family: storage
#   requirements: [S17, S24, storage.cmk]
#   remediation: |
#     Add a customer_managed_key block with a key and a user-assigned identity.
package iris.rules.storage.storage_customer_key

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in storage.holding.backup

failures contains report.must_be(account, _path, "a key", null) if {
	some account in storage.holding.backup
	not _has_key(account)
	not estate.is_link_unknown(account, _path)
}

undecided contains report.unknown(account, _path) if {
	some account in storage.holding.backup
	not _has_key(account)
	estate.is_link_unknown(account, _path)
}

_has_key(account) if estate.is_linked(account, _path)

_has_key(account) if {
	count(estate.sources(account, "azurerm_storage_account_customer_managed_key", "storage_account_id")) > 0
}

_path := ["customer_managed_key", 0, "key_vault_key_id"]
