# METADATA
# title: A key rotates by itself
# description: |
#   Key Vault makes a new version of the key in time, with nobody having to remember. Disk encryption sets follow
#   it. Time before expiry counts from the key's own date of expiry: a policy's expiry holds for later versions alone.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
#     description: Key rotation in Key Vault
# custom:
#   id: IRIS-ENC-011
#   name: key-rotation
#   severity: medium
#   family: encryption-at-rest
#   requirements: [S26, key.rotation]
#   remediation: |
#     Give the key a rotation_policy with automatic.time_after_creation; with automatic.time_before_expiry give it an
#     expiration_date too.
package iris.rules.encryption_at_rest.key_rotation

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key.key if some key in input.resources.azurerm_key_vault_key

failures contains report.finding(key, [problem]) if {
	some key in input.resources.azurerm_key_vault_key
	problem := _problem(key)
}

undecided contains report.finding(key, ["when it rotates is known only after apply"]) if {
	some key in input.resources.azurerm_key_vault_key
	not _problem(key)
	not is_string(_after_creation(key))
	some value in [_after_creation(key), _before_expiry(key), _expiration(key)]
	estate.is_unknown(value)
}

_problem(key) := "rotation_policy.automatic must state when to rotate, got nothing" if {
	_after_creation(key) == null
	_before_expiry(key) == null
}

_problem(key) := "rotation_policy.automatic.time_before_expiry must come with an expiration_date, got none" if {
	_after_creation(key) == null
	_before_expiry(key) != null
	_expiration(key) == null
}

_after_creation(key) := estate.value(key, ["rotation_policy", 0, "automatic", 0, "time_after_creation"])

_before_expiry(key) := estate.value(key, ["rotation_policy", 0, "automatic", 0, "time_before_expiry"])

_expiration(key) := estate.value(key, ["expiration_date"])
