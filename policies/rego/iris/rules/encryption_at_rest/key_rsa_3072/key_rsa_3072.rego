# METADATA
# title: A key is RSA of at least 3072 bits
# description: |
#   Disk encryption sets and the key management of InterSystems products wrap their keys with RSA. Fewer than 3072
#   bits are too few for data that must stay secret beyond 2030.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/keys/about-keys
#     description: Key types of Key Vault
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
#     description: Server-side encryption of managed disks
# custom:
#   id: IRIS-ENC-010
#   name: key-rsa-3072
#   severity: high
#   family: encryption-at-rest
#   requirements: [S24, S26]
#   remediation: |
#     Set key_type to RSA or RSA-HSM and key_size to 3072 or 4096.
package iris.rules.encryption_at_rest.key_rsa_3072

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key.key if some key in input.resources.azurerm_key_vault_key

failures contains report.must_be(key, ["key_type"], "RSA or RSA-HSM", type) if {
	some key in input.resources.azurerm_key_vault_key
	type := estate.value(key, ["key_type"])
	_is_wrong_type(type)
}

failures contains report.must_be(key, ["key_size"], "at least 3072", size) if {
	some key in input.resources.azurerm_key_vault_key
	not _is_wrong_type(estate.value(key, ["key_type"]))
	size := estate.value(key, ["key_size"])
	_is_too_short(size)
}

undecided contains report.finding(key, ["key_type or key_size is known only after apply"]) if {
	some key in input.resources.azurerm_key_vault_key
	type := estate.value(key, ["key_type"])
	not _is_wrong_type(type)
	size := estate.value(key, ["key_size"])
	not _is_too_short(size)
	some value in [type, size]
	estate.is_unknown(value)
}

_is_wrong_type(type) if {
	not type in {"RSA", "RSA-HSM"}
	not estate.is_unknown(type)
}

_is_too_short(null)

_is_too_short(size) if {
	is_number(size)
	size < 3072
}
