# METADATA
# title: The databases of backup and DR members are checked on a schedule
# description: |
#   A backup of a database whose structure is damaged is no backup. Members have disks of their own, so each may be
#   damaged alone. Where an environment has a vault, a runbook checks the databases of each member that users do not
#   work on.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GCDI_integrity
#     description: Verifying structural integrity
# custom:
#   id: IRIS-BKP-017
#   name: integrity-check-scheduled
#   severity: medium
#   family: backup
#   requirements: [S18]
#   remediation: |
#     Add an azurerm_automation_job_schedule whose parameter virtualmachineid is the id of the machine.
package iris.rules.backup.integrity_check_scheduled

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if some member in _members

failures contains report.finding(member, [_message]) if {
	count(_unresolved) == 0
	some member in _members
	not _is_checked(member)
}

undecided contains report.finding(member, message) if {
	count(_unresolved) > 0
	message := ["server of ", report.listed(_unresolved), " is known only after apply"]
	some member in _members
	not _is_checked(member)
}

_members := [member |
	some role in ["backup", "dr-async"]
	some member in machines.by_role[role]
	estate.environment(member) in _with_vault
]

_with_vault contains estate.environment(vault) if some vault in input.resources.azurerm_recovery_services_vault

# A plan tells what all parameters together refer to.
_is_checked(member) if {
	some attribute in ["parameters", "parameters.virtualmachineid"]
	count(estate.sources(member, "azurerm_automation_job_schedule", attribute)) > 0
}

_unresolved contains job.address if {
	some job in input.resources.azurerm_automation_job_schedule
	estate.is_unknown(estate.value(job, ["parameters", "virtualmachineid"]))
	count(estate.references(job, ["parameters"])) == 0
	count(estate.references(job, ["parameters", "virtualmachineid"])) == 0
}

_message := "its databases must be checked on a schedule, got no job schedule with its id"
