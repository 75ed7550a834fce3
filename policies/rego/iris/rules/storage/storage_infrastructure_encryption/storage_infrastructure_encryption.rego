# METADATA
# title: A storage account encrypts twice
# description: |
#   What an account holds is encrypted a second time, with another algorithm and a key of Azure's, below the first.
#   It is fixed when the account is made.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable
#     description: Infrastructure encryption
# custom:
#   id: IRIS-STO-009
#   name: storage-infrastructure-encryption
#   severity: medium
#   family: storage
#   requirements: [S24, storage.infra-encryption]
#   remediation: |
#     Set infrastructure_encryption_enabled to true, which replaces the account.
package iris.rules.storage.storage_infrastructure_encryption

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "true", false) if {
	some account in input.resources.azurerm_storage_account
	estate.value_or(account, _path, false) == false
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value_or(account, _path, false))
}

_path := ["infrastructure_encryption_enabled"]
