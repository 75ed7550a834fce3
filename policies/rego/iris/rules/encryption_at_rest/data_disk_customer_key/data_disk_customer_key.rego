# METADATA
# title: A data disk is encrypted with a customer-managed key
# description: |
#   Databases and journals are encrypted with a key that the organization holds and can revoke, by a disk encryption
#   set.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
#     description: Server-side encryption of managed disks
# custom:
#   id: IRIS-ENC-001
#   name: data-disk-customer-key
#   severity: high
#   family: encryption-at-rest
#   requirements: [S24, disk.cmk]
#   remediation: |
#     Set disk_encryption_set_id to a disk encryption set.
package iris.rules.encryption_at_rest.data_disk_customer_key

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains disk.key if some disk in input.resources.azurerm_managed_disk

failures contains report.must_be(disk, _path, "a disk encryption set", null) if {
	some disk in input.resources.azurerm_managed_disk
	not estate.is_linked(disk, _path)
	not estate.is_link_unknown(disk, _path)
}

undecided contains report.unknown(disk, _path) if {
	some disk in input.resources.azurerm_managed_disk
	estate.is_link_unknown(disk, _path)
}

_path := ["disk_encryption_set_id"]
