# METADATA
# title: An Application Gateway has a web application firewall that prevents
# description: |
#   TLS ends at the gateway, so attacks inside of it can be seen only there. Its SKU is WAF_v2, its policy enabled
#   and in prevention: detection writes to a log and lets them pass.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/web-application-firewall/ag/policy-overview
#     description: Web application firewall policies
# custom:
#   id: IRIS-TLS-005
#   name: gateway-waf-prevention
#   severity: critical
#   family: tls-in-flight
#   requirements: [S11, S27, agw.v2, agw.waf]
#   remediation: |
#     Set sku.tier to WAF_v2 and firewall_policy_id to a policy whose policy_settings has mode Prevention.
package iris.rules.tls_in_flight.gateway_waf_prevention

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.finding(gateway, [_faults(gateway)[0]]) if {
	some gateway in input.resources.azurerm_application_gateway
}

undecided contains report.finding(gateway, ["its tier, firewall policy or mode is known only after apply"]) if {
	some gateway in input.resources.azurerm_application_gateway
	count(_faults(gateway)) == 0
	_is_some_unknown(gateway)
}

_faults(gateway) := [text |
	some [name, wanted, received] in _settings(gateway)
	received != wanted
	not estate.is_unknown(received)
	text := concat("", [name, " must be ", report.shown(wanted), ", got ", report.shown(received)])
]

_is_some_unknown(gateway) if {
	some [_, _, received] in _settings(gateway)
	estate.is_unknown(received)
}

_settings(gateway) := array.concat(
	[
		["sku.tier", "WAF_v2", estate.value(gateway, ["sku", 0, "tier"])],
		["firewall_policy_id", "a policy", estate.link(gateway, _link, "a policy")],
	],
	[setting |
		some policy in estate.targets(gateway, _link, "azurerm_web_application_firewall_policy")
		some setting in _policy_settings(policy)
	],
)

_policy_settings(policy) := [
	["policy_settings.enabled", true, estate.value_or(policy, ["policy_settings", 0, "enabled"], true)],
	["policy_settings.mode", "Prevention", estate.value_or(policy, ["policy_settings", 0, "mode"], "Prevention")],
]

_link := ["firewall_policy_id"]
