# METADATA
# title: Only firewalls forward what is not for themselves
# description: |
#   A network interface that forwards makes its machine a router between subnets. Servers need none; a server that is
#   taken over would use it to pass the rules between tiers.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface
#     description: IP forwarding
# custom:
#   id: IRIS-NET-030
#   name: ip-forwarding-firewalls-only
#   severity: high
#   family: network
#   requirements: [S27, nic.no-ip-forwarding]
#   remediation: |
#     Set ip_forwarding_enabled to false, or tag the machine iris-role firewall if it is one.
package iris.rules.network.ip_forwarding_firewalls_only

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.ways_out

id := rego.metadata.chain()[1].annotations.custom.id

judged contains interface.key if some interface in input.resources.azurerm_network_interface

failures contains report.must_be(interface, _path, "false on an interface of no firewall", true) if {
	some interface in input.resources.azurerm_network_interface
	_forwards(interface) == true
	not _is_of_firewall(interface)
	not _may_be_of_firewall(interface)
}

undecided contains report.finding(interface, ["whether it forwards, and whose it is, is known only after apply"]) if {
	some interface in input.resources.azurerm_network_interface
	not _is_of_firewall(interface)
	_is_open(interface)
}

_is_open(interface) if estate.is_unknown(_forwards(interface))

_is_open(interface) if {
	_forwards(interface) == true
	_may_be_of_firewall(interface)
}

_forwards(interface) := estate.value_or(interface, _path, false)

_is_of_firewall(interface) if {
	some machine in _machines(interface)
	ways_out.is_firewall(machine)
}

_may_be_of_firewall(interface) if {
	some machine in _machines(interface)
	estate.is_unknown(estate.value(machine, ["tags", "iris-role"]))
}

_may_be_of_firewall(interface) if {
	count(_machines(interface)) == 0
	some machine in machines.by_role.firewall
	machines.interfaces_unknown(machine)
}

_machines(interface) := [machine |
	some type in machines.types
	some machine in estate.sources(interface, type, "network_interface_ids")
]

_path := ["ip_forwarding_enabled"]
