# METADATA
# title: Third-party firewalls are two or more, and do not fail together
# description: |
#   All egress of a region goes by them: two or more, in different fault domains of one availability set, or in
#   different zones. A set with one machine is judged by the rule on availability sets.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/architecture/networking/guide/network-virtual-appliance-high-availability
#     description: Highly available network virtual appliances
# custom:
#   id: IRIS-NET-031
#   name: firewalls-apart
#   severity: critical
#   family: network
#   requirements: [S27]
#   remediation: |
#     Add a second firewall; put all into one availability set with two or more fault domains, or each into a zone
#     of its own.
package iris.rules.network.firewalls_apart

import data.iris.endpoints
import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains balancer.key if some balancer in _balancers

failures contains report.finding(balancer, ["region must have two or more firewalls, got ", text]) if {
	not machines.role_unknown
	some balancer in _balancers
	estate.region(balancer)
	number := count(_firewalls(balancer))
	number < 2
	text := format_int(number, 10)
}

failures contains report.finding(balancer, ["firewalls must be in different fault domains or zones, got one"]) if {
	some balancer in _balancers
	count(_firewalls(balancer)) > 1
	count(_domains(balancer)) == 1
	not _is_some_unknown(balancer)
}

undecided contains report.finding(balancer, ["its firewalls, or where they are, are known only after apply"]) if {
	some balancer in _balancers
	_is_open(balancer)
}

_is_open(balancer) if not estate.region(balancer)

_is_open(balancer) if {
	count(_firewalls(balancer)) < 2
	machines.role_unknown
}

_is_open(balancer) if {
	count(_firewalls(balancer)) > 1
	count(_domains(balancer)) < 2
	_is_some_unknown(balancer)
}

# What fails together: a zone, a fault domain of a set of the estate, or a machine that is nowhere in particular.
_domains(balancer) := {domain |
	some machine in _firewalls(balancer)
	some domain in _places(machine)
}

_places(machine) := {concat(" ", ["zone", zone])} if {
	zone := estate.value(machine, ["zone"])
	is_string(zone)
} else := {concat(" ", [set, format_int(number, 10)]) | some number in numbers.range(1, _fault_domains(set))} if {
	set := machines.availability_set(machine)
} else := set()

# The provider's default is 3; a set outside of the estate is taken to have two.
_fault_domains(key) := found if {
	set := input.resources.azurerm_availability_set[key]
	found := estate.value_or(set, ["platform_fault_domain_count"], 3)
	is_number(found)
} else := 1 if {
	input.resources.azurerm_availability_set[key]
} else := 2

_is_some_unknown(balancer) if {
	some machine in _firewalls(balancer)
	some name in ["zone", "availability_set_id"]
	estate.is_link_unknown(machine, [name])
}

_is_some_unknown(balancer) if {
	some machine in _firewalls(balancer)
	set := input.resources.azurerm_availability_set[machines.availability_set(machine)]
	estate.is_unknown(estate.value(set, ["platform_fault_domain_count"]))
}

_firewalls(balancer) := [machine |
	region := estate.region(balancer)
	some machine in machines.by_role.firewall
	estate.region(machine) == region
]

_balancers := [balancer |
	some balancer in input.resources.azurerm_lb
	endpoints.kind(balancer) == "firewall-internal"
]
