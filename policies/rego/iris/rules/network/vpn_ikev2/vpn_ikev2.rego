# METADATA
# title: A VPN connection says that it is IKEv2
# description: |
#   IKEv1 cannot renew its keys in place: a tunnel is gone for seconds each time. The default is IKEv2 where the gateway
#   can do it, and what a connection has cannot be changed later: it must be said.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings
#     description: Settings of VPN gateways
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto
#     description: Cryptographic requirements
# custom:
#   id: IRIS-NET-005
#   name: vpn-ikev2
#   severity: high
#   family: network
#   requirements: [S23, S25]
#   remediation: |
#     Set connection_protocol to IKEv2, which replaces the connection.
package iris.rules.network.vpn_ikev2

import data.iris.estate
import data.iris.gateways
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains connection.key if some connection in gateways.tunnels

failures contains report.must_be(connection, ["connection_protocol"], "IKEv2", protocol) if {
	some connection in gateways.tunnels
	protocol := estate.value(connection, ["connection_protocol"])
	protocol != "IKEv2"
	not estate.is_unknown(protocol)
}

undecided contains report.unknown(connection, ["connection_protocol"]) if {
	some connection in gateways.tunnels
	estate.is_unknown(estate.value(connection, ["connection_protocol"]))
}
