# METADATA
# title: The mirror's load balancer forwards the superserver port alone, to the probed member
# description: |
#   Direct connections reach the primary on TCP port 1972. The rule names a probe, since without one it sends
#   connections to every member, and resets connections to a member that fails, since their clients would wait for a
#   time-out. A mirror's load balancer without a rule forwards nothing.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset
#     description: Load balancer TCP reset
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
#     description: Load balancer health probes
# custom:
#   id: IRIS-AVL-011
#   name: mirror-rule-superserver
#   severity: critical
#   family: availability
#   requirements: [S13]
#   remediation: |
#     Give the load balancer a rule with protocol Tcp, frontend_port and backend_port 1972, probe_id, and
#     tcp_reset_enabled true.
package iris.rules.availability.mirror_rule_superserver

import data.iris.endpoints
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains resource.key if some resource in array.concat(_rules, _without_rule)

failures contains report.finding(balancer, ["load balancer of the mirror must have a rule, got none"]) if {
	some balancer in _without_rule
}

failures contains report.finding(rule, [concat("; ", faults)]) if {
	some rule in _rules
	faults := _faults(rule)
	count(faults) > 0
}

undecided contains report.finding(rule, [report.listed(names), " known only after apply"]) if {
	some rule in _rules
	count(_faults(rule)) == 0
	names := {name | some name, received in _settings(rule); estate.is_unknown(received)}
	count(names) > 0
}

_rules := [rule |
	some rule in input.resources.azurerm_lb_rule
	endpoints.owner_kind(rule) == "mirror"
]

_without_rule := [balancer |
	some balancer in input.resources.azurerm_lb
	endpoints.kind(balancer) == "mirror"
	count(estate.sources(balancer, "azurerm_lb_rule", "loadbalancer_id")) == 0
]

_faults(rule) := [text |
	some name, received in _settings(rule)
	not estate.is_unknown(received)
	received != _wanted[name]
	text := concat("", [name, " must be ", report.shown(_wanted[name]), ", got ", report.shown(received)])
]

_settings(rule) := {
	"protocol": estate.value(rule, ["protocol"]),
	"frontend_port": estate.value(rule, ["frontend_port"]),
	"backend_port": estate.value(rule, ["backend_port"]),
	"probe_id": estate.link(rule, ["probe_id"], "a probe"),
	"tcp_reset_enabled": _tcp_reset(rule),
}

_wanted := {
	"protocol": "Tcp",
	"frontend_port": 1972,
	"backend_port": 1972,
	"probe_id": "a probe",
	"tcp_reset_enabled": true,
}

# azurerm 4 still reads the older name.
_tcp_reset(rule) := estate.value_or(rule, ["tcp_reset_enabled"], estate.value_or(rule, ["enable_tcp_reset"], false))
