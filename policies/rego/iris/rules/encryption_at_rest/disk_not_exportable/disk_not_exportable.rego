# METADATA
# title: A data disk cannot be exported over a public network
# description: |
#   By default whoever may ask for an access URL of a disk downloads the whole database from anywhere. A disk denies
#   export, or allows it by private link alone.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview
#     description: Restrict import and export of managed disks
# custom:
#   id: IRIS-ENC-012
#   name: disk-not-exportable
#   severity: high
#   family: encryption-at-rest
#   requirements: [S24, disk.no-public-access]
#   remediation: |
#     Set public_network_access_enabled to false and network_access_policy to DenyAll or AllowPrivate.
package iris.rules.encryption_at_rest.disk_not_exportable

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains disk.key if some disk in input.resources.azurerm_managed_disk

failures contains report.must_be(disk, _public, "false", true) if {
	some disk in input.resources.azurerm_managed_disk
	_is_public(disk) == true
}

failures contains report.must_be(disk, _policy, "DenyAll or AllowPrivate", "AllowAll") if {
	some disk in input.resources.azurerm_managed_disk
	_is_public(disk) != true
	_export(disk) == "AllowAll"
}

undecided contains report.finding(disk, ["whether it can be exported is known only after apply"]) if {
	some disk in input.resources.azurerm_managed_disk
	_is_public(disk) != true
	_export(disk) != "AllowAll"
	some value in [_is_public(disk), _export(disk)]
	estate.is_unknown(value)
}

_is_public(disk) := estate.value_or(disk, _public, true)

_export(disk) := estate.value_or(disk, _policy, "AllowAll")

_public := ["public_network_access_enabled"]

_policy := ["network_access_policy"]
