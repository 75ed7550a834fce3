# METADATA
# title: A VPN connection has one policy of strong algorithms
# description: |
#   Without a policy of its own a connection offers and accepts all that Azure knows, 3DES, SHA-1 and groups of 1024
#   bits among it, and new keys without perfect forward secrecy. The policy names AES of 256 bits, SHA-2 or GCM, and
#   elliptic curves or group 24 for keys and perfect forward secrecy.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto
#     description: Cryptographic requirements
#   - ref: https://www.rfc-editor.org/rfc/rfc8247
#     description: Algorithms for IKEv2
# custom:
#   id: IRIS-NET-006
#   name: vpn-ipsec-policy
#   severity: high
#   family: network
#   requirements: [S23, S25]
#   remediation: |
#     State ipsec_policy with ike_encryption AES256, ike_integrity SHA384, dh_group ECP384, ipsec_encryption and
#     ipsec_integrity GCMAES256 and pfs_group ECP384, and set the same on the device.
package iris.rules.network.vpn_ipsec_policy

import data.iris.estate
import data.iris.gateways
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains connection.key if some connection in gateways.tunnels

failures contains report.finding(connection, ["ipsec_policy must be stated, got nothing"]) if {
	some connection in gateways.tunnels
	estate.value(connection, ["ipsec_policy"]) in {null, []}
}

failures contains report.finding(connection, ["ipsec_policy must have ", concat(", and ", sort(weak))]) if {
	some connection in gateways.tunnels
	weak := _weak(connection)
	count(weak) > 0
}

undecided contains report.unknown(connection, ["ipsec_policy"]) if {
	some connection in gateways.tunnels
	count(_weak(connection)) == 0
	_is_unknown(connection)
}

_strong := {
	"dh_group": ["DHGroup24", "ECP256", "ECP384"],
	"ike_encryption": ["AES256", "GCMAES256"],
	"ike_integrity": ["GCMAES256", "SHA256", "SHA384"],
	"ipsec_encryption": ["AES256", "GCMAES256"],
	"ipsec_integrity": ["GCMAES256", "SHA256"],
	"pfs_group": ["ECP256", "ECP384", "PFS24"],
}

_weak(connection) := {concat("", [name, " ", _either(allowed), ", got ", report.shown(value)]) |
	count(estate.blocks(connection, "ipsec_policy")) > 0
	some name, allowed in _strong
	value := estate.value(connection, ["ipsec_policy", 0, name])
	not value in allowed
	not estate.is_unknown(value)
}

_is_unknown(connection) if estate.is_unknown(estate.value(connection, ["ipsec_policy"]))

_is_unknown(connection) if {
	some name, _ in _strong
	estate.is_unknown(estate.value(connection, ["ipsec_policy", 0, name]))
}

_either(names) := concat(" or ", [concat(", ", array.slice(names, 0, last)), names[last]]) if last := count(names) - 1
