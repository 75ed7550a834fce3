# METADATA
# title: A network that serves the internet is under a DDoS protection plan
# description: |
#   Azure's basic protection acts at the scale of its own network, late for one application. A plan learns what is
#   normal for each public address, and guarantees mitigation. A network serves the internet when a security rule of one
#   of its subnets lets it in to port 80 or 443; the subnet of a Bastion does not count.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/ddos-protection/ddos-protection-overview
#     description: Azure DDoS Protection
# custom:
#   id: IRIS-NET-032
#   name: public-web-ddos-plan
#   severity: high
#   family: network
#   requirements: [S27, vnet.ddos]
#   remediation: |
#     Set ddos_protection_plan with enable true and the id of a plan; one plan does for a tenant.
package iris.rules.network.public_web_ddos_plan

import data.iris.estate
import data.iris.report
import data.iris.security_rules
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains key if some key, _ in _serving

failures contains report.finding(network, [_faults(network)[0]]) if some network in _serving

undecided contains report.unknown(network, ["ddos_protection_plan"]) if {
	some network in _serving
	count(_faults(network)) == 0
	_is_some_unknown(network)
}

_faults(network) := [text |
	some [name, wanted, received] in _settings(network)
	received != wanted
	not estate.is_unknown(received)
	text := concat("", ["ddos_protection_plan.", name, " must be ", wanted, ", got ", report.shown(received)])
]

_is_some_unknown(network) if {
	some [_, _, received] in _settings(network)
	estate.is_unknown(received)
}

_settings(network) := [
	["id", "a plan", estate.link(network, ["ddos_protection_plan", 0, "id"], "a plan")],
	["enable", "true", _word(estate.value(network, ["ddos_protection_plan", 0, "enable"]))],
]

_word(value) := "true" if {
	value == true
} else := value

_serving[network.key] := network if {
	some rule in security_rules.stated
	security_rules.opens_to_internet(rule, {80, 443})
	some subnet in _subnets(_group(rule.owner))
	not ways_out.is_platform(subnet)
	some network in estate.targets(subnet, ["virtual_network_name"], "azurerm_virtual_network")
}

_group(owner) := owner if {
	owner.type == "azurerm_network_security_group"
} else := estate.targets(owner, ["network_security_group_name"], "azurerm_network_security_group")[0]

_subnets(group) := [subnet |
	some association in estate.sources(
		group,
		"azurerm_subnet_network_security_group_association",
		"network_security_group_id",
	)
	some subnet in estate.targets(association, ["subnet_id"], "azurerm_subnet")
]
