# METADATA
# title: A web load balancer keeps each client on one server
# description: |
#   A session of a user lives in one web server's gateway. With client-IP persistence (a hash of two values) the
#   user stays there for as long as logged in; the default hash of five values moves each connection.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/distribution-mode-concepts
#     description: Load balancer distribution modes
# custom:
#   id: IRIS-AVL-013
#   name: web-session-persistence
#   severity: high
#   family: availability
#   requirements: [S10]
#   remediation: |
#     Set load_distribution to SourceIP.
package iris.rules.availability.web_session_persistence

import data.iris.endpoints
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains rule.key if some rule in _rules

failures contains report.must_be(rule, _path, "SourceIP", distribution) if {
	some rule in _rules
	distribution := _distribution(rule)
	distribution != "SourceIP"
	not estate.is_unknown(distribution)
}

undecided contains report.unknown(rule, _path) if {
	some rule in _rules
	estate.is_unknown(_distribution(rule))
}

_rules := [rule |
	some rule in input.resources.azurerm_lb_rule
	endpoints.owner_kind(rule) in endpoints.web
]

_distribution(rule) := estate.value_or(rule, _path, "Default")

_path := ["load_distribution"]
