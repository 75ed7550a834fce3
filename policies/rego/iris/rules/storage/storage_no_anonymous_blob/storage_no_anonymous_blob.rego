# METADATA
# title: A storage account has no public blobs
# description: |
#   Containers can then not be opened to everybody, by mistake or not. The default of azurerm 4 is true, of azurerm
#   5 false: it is always stated.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
#     description: Remediate anonymous read access
# custom:
#   id: IRIS-STO-004
#   name: storage-no-anonymous-blob
#   severity: critical
#   family: storage
#   requirements: [storage.no-anonymous-blob]
#   remediation: |
#     Set allow_nested_items_to_be_public to false.
package iris.rules.storage.storage_no_anonymous_blob

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

_path := ["allow_nested_items_to_be_public"]
