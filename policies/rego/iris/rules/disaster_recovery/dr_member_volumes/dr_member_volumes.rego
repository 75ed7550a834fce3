# METADATA
# title: Volumes of a DR async member are as large as those of its primary
# description: |
#   A DR async member holds the same databases and journals. A volume that is smaller fills up, and replication
#   stops. Volumes that it lacks altogether are judged by mirror-member-volumes.
# related_resources:
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-DRC-003
#   name: dr-member-volumes
#   severity: critical
#   family: disaster-recovery
#   requirements: [S19, S20]
#   remediation: |
#     Give each volume of the DR async member as many GiB in all as the primary's has.
package iris.rules.disaster_recovery.dr_member_volumes

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains member.key if {
	some member in machines.by_role["dr-async"]
	some _ in _primaries(member)
}

failures contains report.finding(member, ["volumes must be as large as on its primary: ", smaller]) if {
	some member in machines.by_role["dr-async"]
	count(_smaller(member)) > 0
	smaller := report.listed(_smaller(member))
}

undecided contains report.finding(member, ["sizes of volumes are known only after apply: ", report.listed(names)]) if {
	some member in machines.by_role["dr-async"]
	count(_primaries(member)) > 0
	count(_smaller(member)) == 0
	names := {name |
		some machine in array.concat([member], _primaries(member))
		some name in _unsized(machine)
	}
	count(names) > 0
}

_primaries(member) := machines.members(machines.mirror(member), "primary")

_smaller(member) := {text |
	some primary in _primaries(member)
	some volume in {volumes.volume(disk) | some disk in volumes.disks(member)}
	volume != ""
	not _is_unsized(member, volume)
	not _is_unsized(primary, volume)
	size := _gib(member, volume)
	wanted := _gib(primary, volume)
	size < wanted
	text := concat("", [volume, " must be ", format_int(wanted, 10), " GiB, got ", format_int(size, 10)])
}

_gib(machine, volume) := sum([size |
	some disk in volumes.disks(machine)
	volumes.volume(disk) == volume
	size := estate.value(disk, ["disk_size_gb"])
])

_is_unsized(machine, _) if count(volumes.unidentified(machine)) > 0

_is_unsized(machine, volume) if {
	some disk in volumes.disks(machine)
	volumes.volume(disk) == volume
	not is_number(estate.value(disk, ["disk_size_gb"]))
}

_unsized(machine) := {found.address | some found in volumes.unidentified(machine)} | {disk.address |
	some disk in volumes.disks(machine)
	not is_number(estate.value(disk, ["disk_size_gb"]))
}
