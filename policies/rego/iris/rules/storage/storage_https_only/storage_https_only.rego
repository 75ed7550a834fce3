# METADATA
# title: A storage account takes HTTPS alone
# description: |
#   Without it, requests by HTTP and SMB without encryption are answered too.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
#     description: Require secure transfer
# custom:
#   id: IRIS-STO-002
#   name: storage-https-only
#   severity: high
#   family: storage
#   requirements: [S25, storage.https-only]
#   remediation: |
#     Set https_traffic_only_enabled to true.
package iris.rules.storage.storage_https_only

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "true", false) if {
	some account in input.resources.azurerm_storage_account
	estate.value_or(account, _path, true) == false
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value_or(account, _path, true))
}

_path := ["https_traffic_only_enabled"]
