# METADATA
# title: An Azure Firewall is of tier Premium, with a policy of the same
# description: |
#   Intrusion detection and prevention (IDPS) is a feature of tier Premium alone, and follows from a policy. What the
#   policy detects is judged by the rules on policies.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/firewall/premium-features
#     description: Azure Firewall Premium
# custom:
#   id: IRIS-NET-021
#   name: firewall-premium
#   severity: high
#   family: network
#   requirements: [S27, fw.policy]
#   remediation: |
#     Set sku_tier to Premium, and firewall_policy_id to a policy whose sku is Premium.
package iris.rules.network.firewall_premium

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains firewall.key if some firewall in input.resources.azurerm_firewall

failures contains report.finding(firewall, [_faults(firewall)[0]]) if some firewall in input.resources.azurerm_firewall

undecided contains report.finding(firewall, ["its tier or its policy is known only after apply"]) if {
	some firewall in input.resources.azurerm_firewall
	count(_faults(firewall)) == 0
	_is_some_unknown(firewall)
}

_faults(firewall) := [text |
	some [name, wanted, received] in _settings(firewall)
	received != wanted
	not estate.is_unknown(received)
	text := concat("", [name, " must be ", report.shown(wanted), ", got ", report.shown(received)])
]

_is_some_unknown(firewall) if {
	some [_, _, received] in _settings(firewall)
	estate.is_unknown(received)
}

_settings(firewall) := array.concat(
	[
		["sku_tier", "Premium", estate.value(firewall, ["sku_tier"])],
		["firewall_policy_id", "a policy", estate.link(firewall, _link, "a policy")],
	],
	[["sku of its policy", "Premium", estate.value_or(policy, ["sku"], "Standard")] |
		some policy in estate.targets(firewall, _link, "azurerm_firewall_policy")
	],
)

_link := ["firewall_policy_id"]
