# METADATA
# title: An Azure Firewall spans two or more zones
# description: |
#   Every server reaches the outside by it: in one zone alone it takes a whole region's egress with it. Regions without
#   zones are not judged.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/firewall/deploy-availability-zone
#     description: Azure Firewall and availability zones
# custom:
#   id: IRIS-NET-024
#   name: firewall-zones
#   severity: high
#   family: network
#   requirements: [S27, fw.zones]
#   remediation: |
#     Set zones to all zones of the region; the firewall is made anew.
package iris.rules.network.firewall_zones

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains firewall.key if some firewall in _zonal

failures contains report.must_be(firewall, ["zones"], "two or more zones", _zones(firewall)) if {
	some firewall in _zonal
	_are_too_few(_zones(firewall))
}

undecided contains report.unknown(firewall, ["zones"]) if {
	some firewall in _zonal
	estate.is_unknown(_zones(firewall))
}

_are_too_few(null)

_are_too_few(zones) if {
	is_array(zones)
	count({zone | some zone in zones}) < 2
}

_zones(firewall) := estate.value(firewall, ["zones"])

_zonal := [firewall |
	some firewall in input.resources.azurerm_firewall
	not estate.location(firewall) in _regions_without_zones
]

# As of November 2026; see https://learn.microsoft.com/azure/reliability/regions-list
_regions_without_zones := {
	"australiasoutheast",
	"canadaeast",
	"chinaeast3",
	"northcentralus",
	"southindia",
	"ukwest",
	"usgovtexas",
	"westcentralus",
	"westus",
}
