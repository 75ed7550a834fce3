# METADATA
# title: A mirror member may use a key for its databases
# description: |
#   InterSystems database encryption keeps its keys encrypted by a key of Key Vault, which the machine uses under
#   its own identity. Without that role a member starts with databases that nobody can read.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=ROARS_encrypt_mgmt
#     description: Key management of InterSystems
#   - ref: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#     description: Key Vault roles
# custom:
#   id: IRIS-KEY-004
#   name: mirror-member-database-key
#   severity: high
#   family: keys
#   requirements: [S24, S26]
#   remediation: |
#     Give the member a user-assigned identity that holds Key Vault Crypto User on the key of databases.
package iris.rules.keys.mirror_member_database_key

import data.iris.crypto_roles
import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if some member in _members

failures contains report.finding(member, [_message]) if {
	some member in _members
	not _has_role(member)
	not _may_have_role(member)
}

undecided contains report.finding(member, ["its identity or its role on a key is known only after apply"]) if {
	some member in _members
	not _has_role(member)
	_may_have_role(member)
}

_members := [machine |
	some machine in machines.present
	crypto_roles.is_member(machine)
]

_has_role(member) if {
	some assignment in _assignments(member)
	crypto_roles.role(assignment) == "Key Vault Crypto User"
	_is_on_key(assignment)
}

_is_on_key(assignment) if count(crypto_roles.keys(assignment)) > 0

_is_on_key(assignment) if {
	some type in ["azurerm_key_vault", "azurerm_resource_group"]
	count(estate.targets(assignment, ["scope"], type)) > 0
}

# An identity of which the estate does not tell the roles.
_may_have_role(member) if {
	count(estate.references(member, crypto_roles.identities)) == 0
	_names_identity(estate.value(member, crypto_roles.identities))
}

_may_have_role(member) if {
	some assignment in _assignments(member)
	estate.is_unknown(crypto_roles.role(assignment))
}

_may_have_role(member) if {
	some assignment in _assignments(member)
	crypto_roles.role(assignment) == "Key Vault Crypto User"
	not _is_on_key(assignment)
	estate.value(assignment, ["scope"]) != null
}

_names_identity(ids) if estate.is_unknown(ids)

_names_identity(ids) if {
	is_array(ids)
	some id in ids
	id != null
}

_assignments(member) := [assignment |
	some identity in estate.targets(member, crypto_roles.identities, "azurerm_user_assigned_identity")
	some assignment in estate.sources(identity, "azurerm_role_assignment", "principal_id")
]

_message := "its identity must hold Key Vault Crypto User on a key, got no such role"
