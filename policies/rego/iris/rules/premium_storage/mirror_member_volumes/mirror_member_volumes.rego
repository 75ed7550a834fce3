# METADATA
# title: Every mirror member with data has disks of its own for each volume
# description: |
#   Installation, databases, write image journal, journal and alternate journal of the primary, the backup and a DR
#   async member lie on disks of their own, and the databases on two or more disks to be striped (one is enough for
#   Premium SSD v2 and Ultra), so that none slows or takes down another.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GSCALE_sysresplan
#     description: InterSystems system resource planning
# custom:
#   id: IRIS-STG-006
#   name: mirror-member-volumes
#   severity: high
#   family: premium-storage
#   requirements: [S2, S4, S12]
#   remediation: |
#     Attach the missing data disks to the virtual machine, each tagged iris-volume with the volume that it holds.
package iris.rules.premium_storage.mirror_member_volumes

import data.iris.machines
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _members

failures contains report.finding(machine, ["data disks must hold every volume; missing: ", report.listed(lacking)]) if {
	some machine in _members
	lacking := _lacking(machine)
	count(lacking) > 0
	count(volumes.unidentified(machine)) == 0
}

undecided contains report.finding(machine, ["volumes known only after apply: ", report.listed(names)]) if {
	some machine in _members
	count(_lacking(machine)) > 0
	names := [attachment.address | some attachment in volumes.unidentified(machine)]
	count(names) > 0
}

_members := [machine |
	some machine in machines.present
	machines.role(machine) in {"primary", "backup", "dr-async"}
]

_lacking(machine) := (_wanted - held) | second if {
	disks := volumes.disks(machine)
	held := {volumes.volume(disk) | some disk in disks}
	databases := volumes.databases(machine)
	second := {"second database disk" | count(databases) == 1; not volumes.is_provisioned(databases[0])}
}

_wanted := {"installation", "database", "wij", "journal", "alternate-journal"}
