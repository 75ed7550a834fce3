# METADATA
# title: A storage account takes TLS 1.2 at least
# description: |
#   Older versions are broken, and Azure Storage has retired them; an account that still names them says that
#   somebody means to use them.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version
#     description: Minimum TLS version of a storage account
# custom:
#   id: IRIS-STO-001
#   name: storage-tls-floor
#   severity: high
#   family: storage
#   requirements: [S25, storage.tls12]
#   remediation: |
#     Set min_tls_version to TLS1_2.
package iris.rules.storage.storage_tls_floor

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "TLS1_2 or TLS1_3", version) if {
	some account in input.resources.azurerm_storage_account
	version := estate.value_or(account, _path, "TLS1_2")
	not version in {"TLS1_2", "TLS1_3"}
	not estate.is_unknown(version)
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value(account, _path))
}

_path := ["min_tls_version"]
