# METADATA
# title: A key encrypts other keys and does nothing else
# description: |
#   A key that also signs can be made to vouch for what it has never seen. Services of Azure wrap and unwrap;
#   InterSystems encrypts and decrypts.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/keys/about-keys-details
#     description: Key operations
# custom:
#   id: IRIS-KEY-005
#   name: key-never-signs
#   severity: medium
#   family: keys
#   requirements: [S26]
#   remediation: |
#     Set key_opts to wrapKey and unwrapKey, for databases with encrypt and decrypt.
package iris.rules.keys.key_never_signs

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key.key if some key in input.resources.azurerm_key_vault_key

failures contains report.finding(key, ["key_opts must be ", allowed, ", got ", received]) if {
	some key in input.resources.azurerm_key_vault_key
	others := _others(key)
	count(others) > 0
	allowed := report.listed(_allowed)
	received := report.listed(others)
}

undecided contains report.unknown(key, ["key_opts"]) if {
	some key in input.resources.azurerm_key_vault_key
	count(_others(key)) == 0
	_is_unknown(estate.value(key, ["key_opts"]))
}

_others(key) := {operation |
	some operation in estate.value(key, ["key_opts"])
	is_string(operation)
	not operation in _allowed
}

_is_unknown(operations) if estate.is_unknown(operations)

_is_unknown(operations) if {
	is_array(operations)
	some operation in operations
	estate.is_unknown(operation)
}

_allowed := {"decrypt", "encrypt", "unwrapKey", "wrapKey"}
