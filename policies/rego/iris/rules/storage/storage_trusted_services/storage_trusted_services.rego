# METADATA
# title: A storage account lets Azure's trusted services in
# description: |
#   Backup, diagnostics and Network Watcher write to accounts under their own identities; a firewall without the
#   exception stops them. Azure makes the exception where nothing is said.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-network-security-trusted-azure-services
#     description: Trusted services of storage accounts
# custom:
#   id: IRIS-STO-008
#   name: storage-trusted-services
#   severity: medium
#   family: storage
#   requirements: [storage.ms-bypass]
#   remediation: |
#     Add AzureServices to network_rules.bypass.
package iris.rules.storage.storage_trusted_services

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "with AzureServices", bypass) if {
	some account in input.resources.azurerm_storage_account
	bypass := estate.value(account, _path)
	is_array(bypass)
	not "AzureServices" in bypass
	not _holds_unknown(bypass)
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	bypass := estate.value(account, _path)
	_is_undecided(bypass)
}

_is_undecided(bypass) if estate.is_unknown(bypass)

_is_undecided(bypass) if {
	is_array(bypass)
	not "AzureServices" in bypass
	_holds_unknown(bypass)
}

_holds_unknown(bypass) if {
	some service in bypass
	estate.is_unknown(service)
}

_path := ["network_rules", 0, "bypass"]
