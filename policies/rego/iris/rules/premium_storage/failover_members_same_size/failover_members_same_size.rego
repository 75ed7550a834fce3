# METADATA
# title: The backup is of the same size as the primary
# description: |
#   A machine's size bounds the throughput of its disks. After a failover a smaller backup is slower than the
#   primary was, and users notice.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-performance
#     description: Virtual machine and disk performance
# custom:
#   id: IRIS-STG-009
#   name: failover-members-same-size
#   severity: high
#   family: premium-storage
#   requirements: [S4, S12]
#   remediation: |
#     Set the size of both failover members to the same value.
package iris.rules.premium_storage.failover_members_same_size

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains backup.key if {
	some backup in machines.by_role.backup
	some _ in _primaries(backup)
}

failures contains report.must_be(backup, ["size"], report.listed(others), size) if {
	some backup in machines.by_role.backup
	others := _other_sizes(backup)
	count(others) > 0
	size := estate.value(backup, ["size"])
}

undecided contains report.finding(backup, ["size of ", report.listed(names), " is known only after apply"]) if {
	some backup in machines.by_role.backup
	count(_primaries(backup)) > 0
	count(_other_sizes(backup)) == 0
	names := {machine.address |
		some machine in array.concat([backup], _primaries(backup))
		estate.is_unknown(estate.value(machine, ["size"]))
	}
	count(names) > 0
}

_primaries(backup) := machines.members(machines.mirror(backup), "primary")

# Sizes of primaries that differ from the backup's, with the machines that have them.
_other_sizes(backup) := {text |
	size := estate.value(backup, ["size"])
	not estate.is_unknown(size)
	some primary in _primaries(backup)
	wanted := estate.value(primary, ["size"])
	not estate.is_unknown(wanted)
	size != wanted
	text := concat("", [report.shown(wanted), " as on the primary ", primary.address])
}
