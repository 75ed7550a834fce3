# METADATA
# title: The load balancer of third-party firewalls hands on every port and protocol
# description: |
#   Routes send whatever leaves the network to one address. A rule for some ports drops the rest before any firewall
#   sees it; HA ports (protocol All, port 0) hand on all of it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview
#     description: HA ports
# custom:
#   id: IRIS-NET-028
#   name: firewall-ha-ports
#   severity: high
#   family: network
#   requirements: [S27]
#   remediation: |
#     Set protocol to All, and frontend_port and backend_port to 0.
package iris.rules.network.firewall_ha_ports

import data.iris.endpoints
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains rule.key if some rule in _rules

failures contains report.finding(rule, [_faults(rule)[0]]) if some rule in _rules

undecided contains report.finding(rule, ["its protocol or its port is known only after apply"]) if {
	some rule in _rules
	count(_faults(rule)) == 0
	some [name, _] in _settings
	estate.is_unknown(estate.value(rule, [name]))
}

_faults(rule) := [text |
	some [name, wanted] in _settings
	received := estate.value(rule, [name])
	received != wanted
	not estate.is_unknown(received)
	text := concat("", [name, " must be ", report.shown(wanted), ", got ", report.shown(received)])
]

_settings := [["protocol", "All"], ["frontend_port", 0], ["backend_port", 0]]

_rules := [rule |
	some rule in input.resources.azurerm_lb_rule
	endpoints.owner_kind(rule) == "firewall-internal"
]
