# METADATA
# title: An Automation account has no public access
# description: |
#   Its webhooks and workers are reached from no public network. Jobs in the sandbox of Azure need none.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/automation/how-to/private-link-security
#     description: Private Link for Automation
# custom:
#   id: IRIS-BKP-014
#   name: automation-not-public
#   severity: high
#   family: backup
#   requirements: [S15, aa.no-public]
#   remediation: |
#     Set public_network_access_enabled to false.
package iris.rules.backup.automation_not_public

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

_path := ["public_network_access_enabled"]

_allowed := {false}
