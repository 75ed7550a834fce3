# METADATA
# title: A Bastion asks each user for an account, and leads to the servers alone
# description: |
#   Standard and Premium have instances of their own, native clients and audit; Basic and Developer share or lack them.
#   A shareable link lets anybody in who holds it, and connections to addresses lead anywhere that is routed.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/bastion/configuration-settings
#     description: Bastion settings
# custom:
#   id: IRIS-NET-033
#   name: bastion-settings
#   severity: high
#   family: network
#   requirements: [S27]
#   remediation: |
#     Set sku to Standard or Premium, and shareable_link_enabled and ip_connect_enabled to false.
package iris.rules.network.bastion_settings

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains bastion.key if some bastion in input.resources.azurerm_bastion_host

failures contains report.finding(bastion, [_faults(bastion)[0]]) if some bastion in input.resources.azurerm_bastion_host

undecided contains report.finding(bastion, ["its SKU or its settings are known only after apply"]) if {
	some bastion in input.resources.azurerm_bastion_host
	count(_faults(bastion)) == 0
	some [_, _, received] in _settings(bastion)
	estate.is_unknown(received)
}

_faults(bastion) := [text |
	some [name, allowed, received] in _settings(bastion)
	not received in allowed
	not estate.is_unknown(received)
	text := concat("", [name, " must be ", report.listed(allowed), ", got ", report.shown(received)])
]

_settings(bastion) := [
	["sku", ["Premium", "Standard"], estate.value_or(bastion, ["sku"], "Basic")],
	["shareable_link_enabled", [false], estate.value_or(bastion, ["shareable_link_enabled"], false)],
	["ip_connect_enabled", [false], estate.value_or(bastion, ["ip_connect_enabled"], false)],
]
