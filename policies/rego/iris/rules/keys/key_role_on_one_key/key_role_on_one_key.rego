# METADATA
# title: A role that uses keys is given on one key
# description: |
#   On a vault or a resource group such a role reaches every key in it, those of other purposes too. A scope that is
#   put together from the id of a vault is not taken for a key.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#     description: Key Vault roles
# custom:
#   id: IRIS-KEY-002
#   name: key-role-on-one-key
#   severity: high
#   family: keys
#   requirements: [S26, kv.access-policy-least]
#   remediation: |
#     Set scope to the key's resource_versionless_id.
package iris.rules.keys.key_role_on_one_key

import data.iris.crypto_roles
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains assignment.key if some assignment in _candidates

failures contains report.must_be(assignment, ["scope"], "a key", received) if {
	some assignment in crypto_roles.assignments
	received := _received(assignment)
}

undecided contains report.finding(assignment, ["its role or scope is known only after apply"]) if {
	some assignment in _candidates
	not _is_judged(assignment)
}

_candidates := [assignment |
	some assignment in input.resources.azurerm_role_assignment
	role := crypto_roles.role(assignment)
	_may_use_keys(role)
]

_may_use_keys(role) if role in crypto_roles.names

_may_use_keys(role) if estate.is_unknown(role)

_is_judged(assignment) if {
	not estate.is_unknown(crypto_roles.role(assignment))
	not estate.is_link_unknown(assignment, ["scope"])
}

# What the scope is when it is no key; undefined when it is one, or when no one can tell.
_received(assignment) := report.listed(_referred(assignment)) if {
	count(_referred(assignment)) > 0
	count(crypto_roles.keys(assignment)) == 0
} else := report.shown(scope) if {
	count(_referred(assignment)) == 0
	scope := estate.value(assignment, ["scope"])
	not estate.is_unknown(scope)
	not _is_key(scope)
}

_referred(assignment) := {address |
	some key in estate.references(assignment, ["scope"])
	address := split(key, "/")[1]
}

_is_key(scope) if {
	is_string(scope)
	regex.match(`/vaults/[^/]+/keys/[^/]+`, scope)
}
