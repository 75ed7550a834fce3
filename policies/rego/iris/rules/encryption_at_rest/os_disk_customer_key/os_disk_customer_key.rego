# METADATA
# title: The operating system disk is encrypted with a customer-managed key
# description: |
#   The operating system disk holds configuration, logs and keys in use; it is encrypted by a disk encryption set
#   like the data.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
#     description: Server-side encryption of managed disks
# custom:
#   id: IRIS-ENC-002
#   name: os-disk-customer-key
#   severity: high
#   family: encryption-at-rest
#   requirements: [S24, disk.cmk]
#   remediation: |
#     Set os_disk.disk_encryption_set_id to a disk encryption set.
package iris.rules.encryption_at_rest.os_disk_customer_key

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, _path, "a disk encryption set", null) if {
	some machine in machines.present
	not estate.is_linked(machine, _path)
	not estate.is_link_unknown(machine, _path)
}

undecided contains report.unknown(machine, _path) if {
	some machine in machines.present
	estate.is_link_unknown(machine, _path)
}

_path := ["os_disk", 0, "disk_encryption_set_id"]
