# METADATA
# title: Networks are peered in both directions
# description: |
#   Azure connects two networks when each is peered with the other. With one peering alone a DR async member
#   receives no journal. A network outside of the estate is peered back by its owner, and not judged.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
#     description: Virtual network peering
# custom:
#   id: IRIS-DRC-001
#   name: peering-both-ways
#   severity: critical
#   family: disaster-recovery
#   requirements: [S19, S20]
#   remediation: |
#     Add a peering from the remote network back to this one, and leave allow_virtual_network_access on.
package iris.rules.disaster_recovery.peering_both_ways

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains peering.key if some peering in _within_estate

failures contains report.must_be(peering, _access, "true", false) if {
	some peering in _within_estate
	_access_of(peering) == false
}

failures contains report.finding(peering, ["must have a peering back from ", remote, ", got none"]) if {
	some peering in _within_estate
	_access_of(peering) != false
	not _is_answered(peering)
	not _may_be_answered(peering)
	remote := _remote(peering).address
}

undecided contains report.finding(peering, ["its access or the peering back is known only after apply"]) if {
	some peering in _within_estate
	_access_of(peering) != false
	_is_open(peering)
}

_within_estate := [peering |
	some peering in input.resources.azurerm_virtual_network_peering
	_network(peering)
	_remote(peering)
]

_is_open(peering) if {
	_is_answered(peering)
	estate.is_unknown(_access_of(peering))
}

_is_open(peering) if {
	not _is_answered(peering)
	_may_be_answered(peering)
}

_is_answered(peering) if {
	some back in estate.sources(_remote(peering), "azurerm_virtual_network_peering", "virtual_network_name")
	_remote(back).key == _network(peering).key
}

_may_be_answered(peering) if {
	some back in input.resources.azurerm_virtual_network_peering
	back.key != peering.key
	some path in [["virtual_network_name"], ["remote_virtual_network_id"]]
	estate.is_link_unknown(back, path)
}

_network(peering) := estate.targets(peering, ["virtual_network_name"], "azurerm_virtual_network")[0]

_remote(peering) := estate.targets(peering, ["remote_virtual_network_id"], "azurerm_virtual_network")[0]

_access_of(peering) := estate.value_or(peering, _access, true)

_access := ["allow_virtual_network_access"]
