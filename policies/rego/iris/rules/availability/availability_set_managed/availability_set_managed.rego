# METADATA
# title: An availability set is aligned with managed disks
# description: |
#   In an aligned set the disks of two machines in different fault domains are in different storage fault domains
#   too.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/availability-set-overview
#     description: Availability sets
# custom:
#   id: IRIS-AVL-003
#   name: availability-set-managed
#   severity: high
#   family: availability
#   requirements: [S1, S8, avset.aligned]
#   remediation: |
#     Set managed to true, or leave it out.
package iris.rules.availability.availability_set_managed

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains set.key if some set in input.resources.azurerm_availability_set

failures contains report.must_be(set, ["managed"], "true", false) if {
	some set in input.resources.azurerm_availability_set
	_managed(set) == false
}

undecided contains report.unknown(set, ["managed"]) if {
	some set in input.resources.azurerm_availability_set
	estate.is_unknown(_managed(set))
}

_managed(set) := estate.value_or(set, ["managed"], true)
