# METADATA
# title: A data disk is Premium or Ultra storage
# description: |
#   Databases and journals need predictable latency, IOPS and throughput. Standard disks are for non-production and
#   archive only.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-types
#     description: Azure managed disk types
# custom:
#   id: IRIS-STG-002
#   name: data-disk-premium
#   severity: high
#   family: premium-storage
#   requirements: [S2, S3, disk.premium, vm.single-instance-premium]
#   remediation: |
#     Set storage_account_type to Premium_LRS, Premium_ZRS, PremiumV2_LRS or UltraSSD_LRS.
package iris.rules.premium_storage.data_disk_premium

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains disk.key if some disk in input.resources.azurerm_managed_disk

failures contains report.must_be(disk, _path, report.listed(_premium), kind) if {
	some disk in input.resources.azurerm_managed_disk
	kind := estate.value(disk, _path)
	not kind in _premium
	not estate.is_unknown(kind)
}

undecided contains report.unknown(disk, _path) if {
	some disk in input.resources.azurerm_managed_disk
	estate.is_unknown(estate.value(disk, _path))
}

_path := ["storage_account_type"]

_premium := {"Premium_LRS", "Premium_ZRS", "PremiumV2_LRS", "UltraSSD_LRS"}
