# METADATA
# title: An Automation account has no keys
# description: |
#   With local authentication, whoever reads the keys of the account registers workers that run its runbooks.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/automation/disable-local-authentication
#     description: Disabling local authentication
# custom:
#   id: IRIS-BKP-015
#   name: automation-no-keys
#   severity: medium
#   family: backup
#   requirements: [S15]
#   remediation: |
#     Set local_authentication_enabled to false.
package iris.rules.backup.automation_no_keys

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_automation_account

failures contains report.must_be(account, _path, "false", value) if {
	some account in input.resources.azurerm_automation_account
	value := estate.value_or(account, _path, true)
	not estate.is_unknown(value)
	not value in _allowed
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_automation_account
	estate.is_unknown(estate.value(account, _path))
}

_path := ["local_authentication_enabled"]

_allowed := {false}
