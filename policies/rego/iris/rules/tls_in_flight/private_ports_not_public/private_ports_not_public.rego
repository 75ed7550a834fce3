# METADATA
# title: No network security rule opens a private port to the internet
# description: |
#   Superserver (1972), agent and arbiter (2188) and the private web servers of older kits (52773, 57772) are for
#   the tiers of the estate: what they carry is not always TLS, and none of them is made for strangers.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
#     description: Network security groups
# custom:
#   id: IRIS-TLS-009
#   name: private-ports-not-public
#   severity: critical
#   family: tls-in-flight
#   requirements: [S25, nsg.any-inbound]
#   remediation: |
#     Set the source of the rule to the subnets that need the port.
package iris.rules.tls_in_flight.private_ports_not_public

import data.iris.estate
import data.iris.report
import data.iris.security_rules

id := rego.metadata.chain()[1].annotations.custom.id

judged contains owner.key if some owner in security_rules.owners

failures contains report.finding(owner, ["must open no private port to the internet, got ", report.listed(faults)]) if {
	some owner in security_rules.owners
	faults := _faults[owner.key]
}

undecided contains report.finding(owner, ["whether a private port is open is known only after apply"]) if {
	some owner in security_rules.owners
	not _faults[owner.key]
	owner.key in _unknown
}

_faults[owner] contains text if {
	some rule in security_rules.stated
	security_rules.opens_private_port(rule)
	owner := rule.owner.key
	text := security_rules.described(rule)
}

_unknown contains rule.owner.key if {
	some rule in security_rules.stated
	security_rules.may_open_private_port(rule)
}

_unknown contains group.key if {
	some group in input.resources.azurerm_network_security_group
	estate.is_unknown(estate.value(group, ["security_rule"]))
}
