# METADATA
# title: Nothing is encrypted by Azure Disk Encryption
# description: |
#   Azure Disk Encryption encrypts inside of the machine, at the machine's cost, and retires on 2028-09-15: disks that
#   still have it are not unlocked after the next start. Encryption at host and disk encryption sets replace it, and
#   Azure refuses them together.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate
#     description: Migration from Azure Disk Encryption to encryption at host
# custom:
#   id: IRIS-RET-005
#   name: no-azure-disk-encryption
#   severity: high
#   family: retired
#   requirements: [S24]
#   remediation: |
#     Remove the extension or encryption_settings; set encryption_at_host_enabled and disk_encryption_set_id instead.
package iris.rules.retired.no_azure_disk_encryption

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some resource in array.concat(_extensions, _disks)

failures contains report.must_be(extension, ["type"], "no Azure Disk Encryption", type) if {
	some extension in _extensions
	type := estate.value(extension, ["type"])
	type in _types
}

failures contains report.must_be(disk, ["encryption_settings"], "omitted", "a block") if {
	some disk in _disks
	count(estate.blocks(disk, "encryption_settings")) > 0
}

undecided contains report.unknown(extension, ["type"]) if {
	some extension in _extensions
	estate.is_unknown(estate.value(extension, ["type"]))
}

undecided contains report.unknown(disk, ["encryption_settings"]) if {
	some disk in _disks
	estate.is_unknown(estate.value(disk, ["encryption_settings"]))
}

_extensions := [extension |
	some kind in ["azurerm_virtual_machine_extension", "azurerm_virtual_machine_scale_set_extension"]
	some extension in input.resources[kind]
]

_disks := [disk | some kind in ["azurerm_managed_disk", "azurerm_snapshot"]; some disk in input.resources[kind]]

_types := {"AzureDiskEncryption", "AzureDiskEncryptionForLinux"}
