# METADATA
# title: Threat intelligence of a firewall policy denies
# description: |
#   Addresses and names that Microsoft knows as hostile are cut off before any rule. The default writes them to a log
#   and lets them through.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/firewall/threat-intel
#     description: Threat intelligence-based filtering
# custom:
#   id: IRIS-NET-023
#   name: firewall-threat-intelligence-deny
#   severity: high
#   family: network
#   requirements: [S27, fw.threat-intel-deny]
#   remediation: |
#     Set threat_intelligence_mode to Deny; except your own by threat_intelligence_allowlist.
package iris.rules.network.firewall_threat_intelligence_deny

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains policy.key if some policy in input.resources.azurerm_firewall_policy

failures contains report.must_be(policy, _path, "Deny", _mode(policy)) if {
	some policy in input.resources.azurerm_firewall_policy
	_mode(policy) != "Deny"
	not estate.is_unknown(_mode(policy))
}

undecided contains report.unknown(policy, _path) if {
	some policy in input.resources.azurerm_firewall_policy
	estate.is_unknown(_mode(policy))
}

_mode(policy) := estate.value_or(policy, _path, "Alert")

_path := ["threat_intelligence_mode"]
