# METADATA
# title: A Key Vault is closed to public networks
# description: |
#   Keys are reached from the network of the estate. A vault has no public access, or denies by default and lets in
#   the ranges that it names, as a first deployment from outside needs.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/network-security
#     description: Key Vault network security
# custom:
#   id: IRIS-ENC-008
#   name: vault-not-public
#   severity: critical
#   family: encryption-at-rest
#   requirements: [S26, kv.no-public-access, kv.network-acl-deny]
#   remediation: |
#     Set public_network_access_enabled to false, or network_acls.default_action to Deny.
package iris.rules.encryption_at_rest.vault_not_public

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains vault.key if some vault in input.resources.azurerm_key_vault

failures contains report.finding(vault, [_message, report.shown(estate.value(vault, _default_action))]) if {
	some vault in input.resources.azurerm_key_vault
	not _is_closed(vault)
	not _may_be_closed(vault)
}

undecided contains report.finding(vault, ["whether public networks reach it is known only after apply"]) if {
	some vault in input.resources.azurerm_key_vault
	not _is_closed(vault)
	_may_be_closed(vault)
}

_is_closed(vault) if estate.value(vault, _public) == false

_is_closed(vault) if estate.value(vault, _default_action) == "Deny"

_may_be_closed(vault) if {
	some path in [_public, _default_action]
	estate.is_unknown(estate.value(vault, path))
}

_public := ["public_network_access_enabled"]

_default_action := ["network_acls", 0, "default_action"]

_message := "public_network_access_enabled must be false, or network_acls.default_action Deny, got true and "
