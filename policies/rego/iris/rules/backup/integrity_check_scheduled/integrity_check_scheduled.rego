# METADATA
# title: The databases of a mirror are checked on a schedule
# description: |
#   A backup of a database whose structure is damaged is no backup. Where an environment has a vault, a runbook
#   checks the databases of a member of each mirror on a schedule.
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
#     Add an azurerm_automation_job_schedule whose parameter virtualmachineid is the id of a member of the mirror,
#     best of its backup or DR member.
package iris.rules.backup.integrity_check_scheduled

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains primary.key if some primary in _primaries

failures contains report.finding(primary, [_message]) if {
	count(_unresolved) == 0
	some primary in _primaries
	not _is_checked(primary)
}

undecided contains report.finding(primary, message) if {
	count(_unresolved) > 0
	message := ["server of ", report.listed(_unresolved), " is known only after apply"]
	some primary in _primaries
	not _is_checked(primary)
}

_primaries := [primary |
	some primary in machines.by_role.primary
	estate.environment(primary) in _with_vault
]

_with_vault contains estate.environment(vault) if some vault in input.resources.azurerm_recovery_services_vault

_is_checked(primary) if {
	some role in ["backup", "dr-async", "primary"]
	some member in machines.members(machines.mirror(primary), role)
	some attribute in ["parameters", "parameters.virtualmachineid"]
	count(estate.sources(member, "azurerm_automation_job_schedule", attribute)) > 0
}

_unresolved contains job.address if {
	some job in input.resources.azurerm_automation_job_schedule
	some path in [["parameters"], ["parameters", "virtualmachineid"]]
	estate.is_unknown(estate.value(job, path))
	count(estate.references(job, ["parameters"])) == 0
	count(estate.references(job, ["parameters", "virtualmachineid"])) == 0
}

_message := "databases of its mirror must be checked on a schedule, got no job schedule for a member"
