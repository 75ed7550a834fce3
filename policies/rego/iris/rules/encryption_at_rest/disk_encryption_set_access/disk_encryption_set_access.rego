# METADATA
# title: A disk encryption set may use its key
# description: |
#   Its identity holds the role Key Vault Crypto Service Encryption User on the key or on the vault. Without it,
#   machines fail to start once Azure must unwrap the key again.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview
#     description: Managed disk encryption options
#   - ref: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#     description: Key Vault roles
# custom:
#   id: IRIS-ENC-005
#   name: disk-encryption-set-access
#   severity: critical
#   family: encryption-at-rest
#   requirements: [S24, S26]
#   remediation: |
#     Assign the role Key Vault Crypto Service Encryption User to the identity of the disk encryption set, with
#     the key or the vault as scope.
package iris.rules.encryption_at_rest.disk_encryption_set_access

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if some set in input.resources.azurerm_disk_encryption_set

failures contains report.finding(set, [_message]) if {
	some set in input.resources.azurerm_disk_encryption_set
	not _has_access(set)
	not _may_have_access(set)
}

undecided contains report.finding(set, ["its identity, key or role is known only after apply"]) if {
	some set in input.resources.azurerm_disk_encryption_set
	not _has_access(set)
	_may_have_access(set)
}

_has_access(set) if {
	some assignment in _assignments(set)
	_role(assignment) == "Key Vault Crypto Service Encryption User"
	some scope in estate.references(assignment, ["scope"])
	scope in _scopes(set)
}

_may_have_access(set) if _is_identity_elsewhere(set)

_may_have_access(set) if {
	count(_scopes(set)) == 0
	count(_assignments(set)) > 0
	estate.value(set, ["key_vault_key_id"]) != null
}

_may_have_access(set) if {
	some assignment in _assignments(set)
	_is_assignment_unknown(assignment)
}

_is_assignment_unknown(assignment) if estate.is_unknown(_role(assignment))

_is_assignment_unknown(assignment) if estate.is_link_unknown(assignment, ["scope"])

# Roles of the user-assigned identity, or of the identity that the disk encryption set has by itself.
_assignments(set) := [assignment |
	some identity in array.concat([set], estate.targets(set, _identities, "azurerm_user_assigned_identity"))
	some assignment in estate.sources(identity, "azurerm_role_assignment", "principal_id")
]

# User-assigned, but by an identity of which the estate does not tell the roles.
_is_identity_elsewhere(set) if {
	count(estate.references(set, _identities)) == 0
	some id in estate.value(set, _identities)
	id != null
}

_is_identity_elsewhere(set) if {
	count(estate.references(set, _identities)) == 0
	estate.is_unknown(estate.value(set, _identities))
}

_scopes(set) := {scope |
	some key in estate.targets(set, ["key_vault_key_id"], "azurerm_key_vault_key")
	some scope in array.concat([key.key], estate.references(key, ["key_vault_id"]))
}

_role(assignment) := estate.value(assignment, ["role_definition_name"])

_identities := ["identity", 0, "identity_ids"]

_message := "its identity must hold Key Vault Crypto Service Encryption User on its key or vault, got no such role"
