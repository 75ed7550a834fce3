# METADATA
# title: Machines that use a key are members of a mirror
# description: |
#   The key of databases is for the machines that hold databases. A web server whose identity may use it opens every
#   copy of a database that somebody carries away.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#     description: Key Vault roles
# custom:
#   id: IRIS-KEY-003
#   name: database-key-members-alone
#   severity: high
#   family: keys
#   requirements: [S24, S26]
#   remediation: |
#     Give the machine an identity of its own, or take the role on the key from the identity that it shares.
package iris.rules.keys.database_key_members_alone

import data.iris.crypto_roles
import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains assignment.key if some assignment in _on_keys

failures contains report.finding(assignment, ["its identity must be that of mirror members alone, got ", names]) if {
	some assignment in _on_keys
	count(_others(assignment)) > 0
	names := report.listed(_others(assignment))
}

undecided contains report.finding(assignment, ["who acts under its identity is known only after apply"]) if {
	some assignment in _on_keys
	count(_others(assignment)) == 0
	some machine in machines.present
	not crypto_roles.is_member(machine)
	estate.is_link_unknown(machine, crypto_roles.identities)
}

_on_keys := [assignment |
	some assignment in crypto_roles.assignments
	count(crypto_roles.keys(assignment)) > 0
]

_others(assignment) := {machine.address |
	some machine in crypto_roles.carriers(assignment)
	not crypto_roles.is_member(machine)
}
