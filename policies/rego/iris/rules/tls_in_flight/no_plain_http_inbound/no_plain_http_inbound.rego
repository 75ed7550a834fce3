# METADATA
# title: No network security rule lets plain HTTP in
# description: |
#   Port 80 is open to Azure's load balancer probe alone, which asks for the mirror status page. A rule that opens
#   port 80 and a private port to the internet is judged by the rule on private ports; one whose destination is the
#   internet lets out through a firewall, not in.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
#     description: Network security groups
# custom:
#   id: IRIS-TLS-008
#   name: no-plain-http-inbound
#   severity: high
#   family: tls-in-flight
#   requirements: [S25, nsg.http-internet]
#   remediation: |
#     Remove port 80 from the rule, or set source_address_prefix to AzureLoadBalancer.
package iris.rules.tls_in_flight.no_plain_http_inbound

import data.iris.estate
import data.iris.report
import data.iris.security_rules

id := rego.metadata.chain()[1].annotations.custom.id

judged contains owner.key if some owner in security_rules.owners

failures contains report.finding(owner, ["must let no plain HTTP in, got ", report.listed(faults)]) if {
	some owner in security_rules.owners
	faults := _faults[owner.key]
}

undecided contains report.finding(owner, ["whether port 80 is let in is known only after apply"]) if {
	some owner in security_rules.owners
	not _faults[owner.key]
	owner.key in _unknown
}

_faults[owner] contains text if {
	some rule in security_rules.stated
	security_rules.lets_in(rule, {80})
	some source in security_rules.sources(rule)
	is_string(source)
	source != "azureloadbalancer"
	not security_rules.opens_private_port(rule)
	not security_rules.passes_through(rule)
	owner := rule.owner.key
	text := security_rules.described(rule)
}

_unknown contains rule.owner.key if {
	some rule in security_rules.stated
	security_rules.may_let_in(rule, {80})
	not security_rules.opens_private_port(rule)
	not security_rules.passes_through(rule)
	some source in security_rules.sources(rule)
	source != "azureloadbalancer"
}

_unknown contains group.key if {
	some group in input.resources.azurerm_network_security_group
	estate.is_unknown(estate.value(group, ["security_rule"]))
}
