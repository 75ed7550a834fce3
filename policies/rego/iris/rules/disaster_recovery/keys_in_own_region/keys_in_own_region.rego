# METADATA
# title: Disks of a region are encrypted by a vault of that region
# description: |
#   A region whose disks need the vault of another cannot start its machines when that region has failed.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
#     description: Restrictions of server-side encryption
# custom:
#   id: IRIS-DRC-004
#   name: keys-in-own-region
#   severity: critical
#   family: disaster-recovery
#   requirements: [S19, S26]
#   remediation: |
#     Make a vault and a key in the region of the disk encryption set, and use that key.
package iris.rules.disaster_recovery.keys_in_own_region

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if {
	some set in input.resources.azurerm_disk_encryption_set
	some _ in _vaults(set)
}

failures contains report.finding(set, ["the vault of its key must be in ", location, ", got ", received]) if {
	some set in input.resources.azurerm_disk_encryption_set
	location := estate.location(set)
	elsewhere := _elsewhere(set)
	count(elsewhere) > 0
	received := report.listed(elsewhere)
}

undecided contains report.finding(set, ["its location or that of its vault is known only after apply"]) if {
	some set in input.resources.azurerm_disk_encryption_set
	count(_elsewhere(set)) == 0
	some vault in _vaults(set)
	some resource in [set, vault]
	estate.is_unknown(estate.location(resource))
}

_vaults(set) := [vault |
	some key in estate.targets(set, ["key_vault_key_id"], "azurerm_key_vault_key")
	some vault in estate.targets(key, ["key_vault_id"], "azurerm_key_vault")
]

_elsewhere(set) := {found |
	location := estate.location(set)
	is_string(location)
	some vault in _vaults(set)
	found := estate.location(vault)
	is_string(found)
	found != location
}
