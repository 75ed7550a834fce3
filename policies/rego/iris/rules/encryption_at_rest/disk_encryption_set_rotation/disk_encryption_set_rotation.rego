# METADATA
# title: A disk encryption set follows the rotation of its key
# description: |
#   Without automatic rotation the disks keep the old version of the key for as long as nobody changes the disk
#   encryption set by hand.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
#     description: Server-side encryption of managed disks
# custom:
#   id: IRIS-ENC-004
#   name: disk-encryption-set-rotation
#   severity: medium
#   family: encryption-at-rest
#   requirements: [S26]
#   remediation: |
#     Set auto_key_rotation_enabled to true, and key_vault_key_id to the identifier of the key without version.
package iris.rules.encryption_at_rest.disk_encryption_set_rotation

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if some set in input.resources.azurerm_disk_encryption_set

failures contains report.must_be(set, _path, "true", false) if {
	some set in input.resources.azurerm_disk_encryption_set
	estate.value_or(set, _path, false) == false
}

undecided contains report.unknown(set, _path) if {
	some set in input.resources.azurerm_disk_encryption_set
	estate.is_unknown(estate.value(set, _path))
}

_path := ["auto_key_rotation_enabled"]
