# METADATA
# title: Intrusion detection of a firewall policy cuts off what it knows as hostile
# description: |
#   In mode Alert an attack is written to a log and goes on; in mode Deny it is cut off. Without a mode nothing is
#   detected.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/firewall/premium-features#idps
#     description: Intrusion detection and prevention
# custom:
#   id: IRIS-NET-022
#   name: firewall-idps-deny
#   severity: critical
#   family: network
#   requirements: [S27, fw.idps-deny]
#   remediation: |
#     Set intrusion_detection.mode to Deny; except a signature that hits traffic of yours by signature_overrides.
package iris.rules.network.firewall_idps_deny

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

_mode(policy) := estate.value_or(policy, _path, null)

_path := ["intrusion_detection", 0, "mode"]
