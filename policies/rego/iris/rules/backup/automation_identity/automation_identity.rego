# METADATA
# title: Runbooks act under a managed identity
# description: |
#   An Automation account without one needs credentials that somebody keeps and renews.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/automation/automation-security-overview
#     description: Authentication of Automation
# custom:
#   id: IRIS-BKP-016
#   name: automation-identity
#   severity: high
#   family: backup
#   requirements: [S15, aa.identity]
#   remediation: |
#     Add an identity block with type SystemAssigned, and give it roles on what the runbooks act on.
package iris.rules.backup.automation_identity

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_automation_account

failures contains report.must_be(account, _path, "SystemAssigned or UserAssigned", value) if {
	some account in input.resources.azurerm_automation_account
	value := estate.value_or(account, _path, null)
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_automation_account
	estate.is_unknown(estate.value(account, _path))
}

_path := ["identity", 0, "type"]

_allowed := {"SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"}
