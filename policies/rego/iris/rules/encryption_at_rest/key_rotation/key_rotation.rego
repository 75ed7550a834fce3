# METADATA
# title: A key rotates by itself
# description: |
#   Key Vault makes a new version of the key in time, with nobody having to remember. Disk encryption sets follow
#   it.
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
#     Give the key a rotation_policy with automatic.time_before_expiry or automatic.time_after_creation.
package iris.rules.encryption_at_rest.key_rotation

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key.key if some key in input.resources.azurerm_key_vault_key

failures contains report.finding(key, ["rotation_policy.automatic must state when to rotate, got nothing"]) if {
	some key in input.resources.azurerm_key_vault_key
	every name in _times {
		estate.value(key, _path(name)) == null
	}
}

undecided contains report.finding(key, ["rotation_policy.automatic is known only after apply"]) if {
	some key in input.resources.azurerm_key_vault_key
	not _rotates(key)
	some name in _times
	estate.is_unknown(estate.value(key, _path(name)))
}

_rotates(key) if {
	some name in _times
	is_string(estate.value(key, _path(name)))
}

_path(name) := ["rotation_policy", 0, "automatic", 0, name]

_times := ["time_before_expiry", "time_after_creation"]
