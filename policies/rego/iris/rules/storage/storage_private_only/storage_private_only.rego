# METADATA
# title: A storage account with a private end point has no public access
# description: |
#   Who has a private way in needs no other, and ranges that were named once are forgotten. An account that does not
#   even deny by default is judged by storage-not-public.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-private-endpoints
#     description: Private end points of storage accounts
# custom:
#   id: IRIS-STO-006
#   name: storage-private-only
#   severity: medium
#   family: storage
#   requirements: [storage.no-public-network-with-pe]
#   remediation: |
#     Set public_network_access_enabled to false.
package iris.rules.storage.storage_private_only

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if {
	some account in input.resources.azurerm_storage_account
	count(storage.private_endpoints(account)) > 0
}

failures contains report.must_be(account, _path, "false", true) if {
	some account in input.resources.azurerm_storage_account
	count(storage.private_endpoints(account)) > 0
	estate.value_or(account, _path, true) == true
	estate.value(account, ["network_rules", 0, "default_action"]) == "Deny"
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	count(storage.private_endpoints(account)) > 0
	estate.is_unknown(estate.value_or(account, _path, true))
}

_path := ["public_network_access_enabled"]
