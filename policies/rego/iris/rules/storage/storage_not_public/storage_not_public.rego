# METADATA
# title: A storage account is closed to public networks
# description: |
#   An account has no public access, or denies by default and lets in the ranges that it names.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-network-security
#     description: Firewalls of storage accounts
# custom:
#   id: IRIS-STO-005
#   name: storage-not-public
#   severity: critical
#   family: storage
#   requirements: [storage.default-deny]
#   remediation: |
#     Set public_network_access_enabled to false, or network_rules.default_action to Deny.
package iris.rules.storage.storage_not_public

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.finding(account, [_message, report.shown(estate.value(account, _default_action))]) if {
	some account in input.resources.azurerm_storage_account
	not _is_closed(account)
	not _may_be_closed(account)
}

undecided contains report.finding(account, ["whether public networks reach it is known only after apply"]) if {
	some account in input.resources.azurerm_storage_account
	not _is_closed(account)
	_may_be_closed(account)
}

_is_closed(account) if estate.value(account, _public) == false

_is_closed(account) if estate.value(account, _default_action) == "Deny"

_may_be_closed(account) if {
	some path in [_public, _default_action]
	estate.is_unknown(estate.value(account, path))
}

_public := ["public_network_access_enabled"]

_default_action := ["network_rules", 0, "default_action"]

_message := "public_network_access_enabled must be false, or network_rules.default_action Deny, got true and "
