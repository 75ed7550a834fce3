# METADATA
# title: A backup agent writes to its container alone
# description: |
#   Roles that write blobs are given on a container of an account that holds backups, not on the account: a server
#   that is taken over then reaches no other copies.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/role-based-access-control/scope-overview
#     description: Scopes of role assignments
# custom:
#   id: IRIS-BKP-032
#   name: agent-role-on-container
#   severity: high
#   family: backup
#   requirements: [S16]
#   remediation: |
#     Set the scope of the role assignment to the container.
package iris.rules.backup.agent_role_on_container

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains assignment.key if some assignment in _on_backups

failures contains report.finding(assignment, ["scope must be a container, got the account ", account.address]) if {
	some assignment in _on_backups
	_role(assignment) in _writing
	some account in _accounts(assignment)
}

undecided contains report.unknown(assignment, ["role_definition_name"]) if {
	some assignment in _on_backups
	estate.is_unknown(_role(assignment))
	count(_accounts(assignment)) > 0
}

_on_backups contains assignment if {
	some account in storage.holding.backup
	some assignment in estate.sources(account, "azurerm_role_assignment", "scope")
	_may_write(assignment)
}

_on_backups contains assignment if {
	some container in storage.backup_containers
	some assignment in estate.sources(container, "azurerm_role_assignment", "scope")
	_may_write(assignment)
}

_may_write(assignment) if _role(assignment) in _writing

_may_write(assignment) if estate.is_unknown(_role(assignment))

_accounts(assignment) := estate.targets(assignment, ["scope"], "azurerm_storage_account")

_role(assignment) := estate.value(assignment, ["role_definition_name"])

_writing := {"Storage Blob Data Contributor", "Storage Blob Data Owner"}
