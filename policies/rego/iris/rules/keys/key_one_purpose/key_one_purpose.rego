# METADATA
# title: A key has one purpose
# description: |
#   Whoever gets hold of a key, disables it or loses it, does so for everything that it encrypts. So disks,
#   InterSystems databases, Recovery Services vaults and storage accounts have a key each.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/keys/about-keys
#     description: About keys
# custom:
#   id: IRIS-KEY-001
#   name: key-one-purpose
#   severity: high
#   family: keys
#   requirements: [S26]
#   remediation: |
#     Make a key for each purpose and use it for that alone.
package iris.rules.keys.key_one_purpose

import data.iris.crypto_roles
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key.key if some key in input.resources.azurerm_key_vault_key

failures contains report.finding(key, ["must encrypt one kind of thing, got ", report.listed(purposes)]) if {
	some key in input.resources.azurerm_key_vault_key
	purposes := _purposes(key)
	count(purposes) > 1
}

undecided contains report.finding(key, ["what it encrypts is known only after apply"]) if {
	_is_link_unknown
	some key in input.resources.azurerm_key_vault_key
	count(_purposes(key)) < 2
}

_purposes(key) := _of_services(key) | _of_databases(key)

_of_services(key) := {purpose |
	some purpose, user in _users
	count(estate.sources(key, user.type, user.attribute)) > 0
}

_of_databases(key) := {"InterSystems databases" |
	some assignment in estate.sources(key, "azurerm_role_assignment", "scope")
	crypto_roles.role(assignment) in crypto_roles.names
	some machine in crypto_roles.carriers(assignment)
	crypto_roles.is_member(machine)
}

_is_link_unknown if {
	some user in _users
	some resource in input.resources[user.type]
	estate.is_link_unknown(resource, user.path)
}

_users := {
	"disks": {
		"type": "azurerm_disk_encryption_set",
		"attribute": "key_vault_key_id",
		"path": ["key_vault_key_id"],
	},
	"Recovery Services vaults": {
		"type": "azurerm_recovery_services_vault",
		"attribute": "encryption.key_id",
		"path": ["encryption", 0, "key_id"],
	},
	"storage accounts": {
		"type": "azurerm_storage_account",
		"attribute": "customer_managed_key.key_vault_key_id",
		"path": ["customer_managed_key", 0, "key_vault_key_id"],
	},
}
