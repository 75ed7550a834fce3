# METADATA
# title: A web load balancer forwards port 443 alone
# description: |
#   A layer 4 load balancer does not redirect: whatever plain port it forwards carries sessions in the clear.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/components
#     description: Load balancer components
# custom:
#   id: IRIS-TLS-007
#   name: web-endpoint-https
#   severity: critical
#   family: tls-in-flight
#   requirements: [S9, S25]
#   remediation: |
#     Set protocol to Tcp and frontend_port and backend_port to 443, and remove rules for other ports.
package iris.rules.tls_in_flight.web_endpoint_https

import data.iris.endpoints
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains rule.key if some rule in _rules

failures contains report.finding(rule, [concat("; ", faults)]) if {
	some rule in _rules
	faults := _faults(rule)
	count(faults) > 0
}

undecided contains report.finding(rule, ["protocol or port is known only after apply"]) if {
	some rule in _rules
	count(_faults(rule)) == 0
	some name, _ in _wanted
	estate.is_unknown(estate.value(rule, [name]))
}

_rules := [rule |
	some rule in input.resources.azurerm_lb_rule
	endpoints.owner_kind(rule) in endpoints.web
]

_faults(rule) := [text |
	some name, wanted in _wanted
	received := estate.value(rule, [name])
	received != wanted
	not estate.is_unknown(received)
	text := concat("", [name, " must be ", report.shown(wanted), ", got ", report.shown(received)])
]

_wanted := {"protocol": "Tcp", "frontend_port": 443, "backend_port": 443}
