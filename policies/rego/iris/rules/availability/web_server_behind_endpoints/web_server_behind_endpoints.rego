# METADATA
# title: A web server is behind every web load balancer of its region
# description: |
#   Users come from the internet or a WAN by the external load balancer and from within by the internal one. A web
#   server that one of them does not know takes no share of that load, and a region without a web load balancer
#   reaches none.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/backend-pool-management
#     description: Load balancer back-end pools
# custom:
#   id: IRIS-AVL-014
#   name: web-server-behind-endpoints
#   severity: high
#   family: availability
#   requirements: [S9, avset.lb-pool]
#   remediation: |
#     Associate the web server's network interface with a back-end pool of the load balancer.
package iris.rules.availability.web_server_behind_endpoints

import data.iris.endpoints
import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.by_role.web

failures contains report.finding(machine, ["region must have a web load balancer (iris-endpoint web-*), got none"]) if {
	some machine in machines.by_role.web
	region := estate.region(machine)
	not endpoints.web_by_region[region]
}

failures contains report.finding(machine, [_message, report.listed(missing)]) if {
	some machine in machines.by_role.web
	missing := _missing(machine)
	count(missing) > 0
	not machines.interfaces_unknown(machine)
}

undecided contains report.unknown(machine, ["network_interface_ids"]) if {
	some machine in machines.by_role.web
	count(_missing(machine)) > 0
	machines.interfaces_unknown(machine)
}

undecided contains report.unknown(machine, ["location"]) if {
	some machine in machines.by_role.web
	not estate.region(machine)
}

_missing(machine) := missing if {
	known := endpoints.balancers_of(machine)
	missing := {balancer.address |
		some balancer in endpoints.web_by_region[estate.region(machine)]
		not balancer.key in known
	}
}

_message := "network interface must be in a back-end pool of every web load balancer of its region; missing: "
