# METADATA
# title: Storage
# description: |
#   Storage accounts, what our constructs say that they hold, and what is in them. An account whose tags are known only
#   after apply holds nothing.
package iris.storage

import data.iris.estate

# METADATA
# description: what an account holds by its tag, such as backup, or the empty string
holds(account) := estate.tag(account, "iris-holds")

# METADATA
# description: by what they hold, the accounts that hold it
holding.backup contains account if {
	some account in input.resources.azurerm_storage_account
	holds(account) == "backup"
}

holding.state contains account if {
	some account in input.resources.azurerm_storage_account
	holds(account) == "state"
}

# METADATA
# description: whether an account can have blobs; those of premium file shares cannot
has_blobs(account) if estate.value_or(account, ["account_kind"], "StorageV2") != "FileStorage"

# METADATA
# description: shares of an account
shares(account) := estate.sources(account, "azurerm_storage_share", "storage_account_id")

# METADATA
# description: containers of an account
containers(account) := estate.sources(account, "azurerm_storage_container", "storage_account_id")

# METADATA
# description: private end points that lead to an account
private_endpoints(account) := estate.sources(
	account,
	"azurerm_private_endpoint",
	"private_service_connection.private_connection_resource_id",
)

# METADATA
# description: accounts with shares
with_shares contains account if {
	some account in input.resources.azurerm_storage_account
	count(shares(account)) > 0
}

# METADATA
# description: containers of the accounts that hold backups
backup_containers contains container if {
	some account in holding.backup
	some container in containers(account)
}

# METADATA
# description: shares of the accounts that hold backups
backup_shares contains share if {
	some account in holding.backup
	some share in shares(account)
}
