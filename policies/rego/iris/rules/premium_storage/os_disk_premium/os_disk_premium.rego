# METADATA
# title: The operating system disk is Premium storage
# description: |
#   Every virtual machine starts from a Premium SSD, so that its latency and throughput are predictable and Azure's
#   single-instance SLA holds.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
# custom:
#   id: IRIS-STG-001
#   name: os-disk-premium
#   severity: high
#   family: premium-storage
#   requirements: [S2, vm.os-disk-premium]
#   remediation: |
#     Set os_disk.storage_account_type to Premium_LRS, or to Premium_ZRS where the region has zones.
package iris.rules.premium_storage.os_disk_premium

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, _path, "Premium_LRS or Premium_ZRS", kind) if {
	some machine in machines.present
	kind := estate.value(machine, _path)
	not kind in {"Premium_LRS", "Premium_ZRS"}
	not estate.is_unknown(kind)
}

undecided contains report.unknown(machine, _path) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, _path))
}

_path := ["os_disk", 0, "storage_account_type"]
