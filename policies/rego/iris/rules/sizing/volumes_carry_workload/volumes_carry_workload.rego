# METADATA
# title: The database disks of a virtual machine carry its workload
# description: |
#   Where a machine's tags state what it must do (iris-workload-iops, iris-workload-throughput-mbps) or hold
#   (iris-workload-capacity-gib), its database disks together do and hold at least that: Premium SSD by its tier,
#   Premium SSD v2 and Ultra by what is asked for. Nothing is promised of Standard disks, so none carries a stated
#   workload. A mirror member without any database disk is judged by mirror-member-volumes, and IOPS and throughput
#   that are no numbers by machine-carries-workload.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
# custom:
#   id: IRIS-SIZ-003
#   name: volumes-carry-workload
#   severity: critical
#   family: sizing
#   requirements: [S2, S3, S4]
#   remediation: |
#     Stripe the databases over more or larger Premium disks, or ask more of Premium SSD v2 and Ultra disks.
package iris.rules.sizing.volumes_carry_workload

import data.iris.estate
import data.iris.machines
import data.iris.performance
import data.iris.report
import data.iris.volumes
import data.iris.workload

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in _candidates

failures contains workload.malformed(machine, ["capacity-gib"]) if some machine in _candidates

failures contains report.finding(machine, ["database disks must carry the workload: ", report.listed(lacking)]) if {
	some machine in _candidates
	lacking := _lacking[machine.key]
	count(lacking) > 0
}

undecided contains report.finding(machine, ["what its tags state of its workload is known only after apply"]) if {
	some machine in _candidates
	count(_lacking[machine.key]) == 0
	workload.is_unknown(machine, _figures)
}

undecided contains report.finding(machine, ["what its database disks do or hold is known only after apply"]) if {
	some machine in _candidates
	count(_lacking[machine.key]) == 0
	not workload.is_unknown(machine, _figures)
	some figure, _ in workload.stated(machine)
	_is_open(machine, figure)
}

_candidates := [machine |
	some machine in machines.present
	workload.states(machine, _figures)
	not _lacks_volume(machine)
]

_lacks_volume(machine) if {
	machines.role(machine) in {"primary", "backup", "dr-async"}
	count(volumes.databases(machine)) == 0
	count(volumes.unidentified(machine)) == 0
}

# By machine, what its disks do not do or hold of what is stated.
_lacking[machine.key] := _small(machine) | _unpromised(machine) if {
	some machine in _candidates
	not workload.is_malformed(machine, ["capacity-gib"])
}

_small(machine) := {text |
	some figure, wanted in workload.stated(machine)
	found := _together(machine, figure)
	found < wanted
	not _is_open(machine, figure)
	text := concat("", [report.shown(wanted), _labels[figure], " instead of ", report.shown(found)])
}

# Disks of which nothing is promised count for nothing: the reason is said beside.
_unpromised(machine) := {text |
	some disk in volumes.databases(machine)
	performance.is_unpromised(disk)
	some figure in ["iops", "throughput-mbps"]
	workload.stated(machine)[figure]
	kind := report.shown(estate.value(disk, ["storage_account_type"]))
	text := concat("", [disk.address, " is ", kind, ", of which nothing is promised"])
}

_together(machine, "capacity-gib") := sum([gib |
	some disk in volumes.databases(machine)
	gib := estate.value(disk, ["disk_size_gb"])
])

_together(machine, figure) := performance.of_databases(machine, _of_disks[figure])

_is_open(machine, "capacity-gib") if count(volumes.unidentified(machine)) > 0

_is_open(machine, "capacity-gib") if {
	some disk in volumes.databases(machine)
	not is_number(estate.value(disk, ["disk_size_gb"]))
}

_is_open(machine, figure) if performance.is_open(machine, _of_disks[figure])

_figures := ["iops", "throughput-mbps", "capacity-gib"]

_of_disks := {"iops": "iops", "throughput-mbps": "throughput_mbps"}

_labels := {"iops": " IOPS", "throughput-mbps": " MB/s", "capacity-gib": " GiB"}
