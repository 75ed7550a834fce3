# METADATA
# title: An Application Gateway accepts TLS 1.2 at least
# description: |
#   Older versions are broken. The floor must be stated, for the gateway and for each TLS profile with a policy of
#   its own: which one holds without it depends on the API version by which the gateway was first made.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview
#     description: Application Gateway TLS policies
# custom:
#   id: IRIS-TLS-002
#   name: gateway-tls-floor
#   severity: high
#   family: tls-in-flight
#   requirements: [S11, S25, agw.tls12]
#   remediation: |
#     Set ssl_policy to the predefined policy AppGwSslPolicy20220101 (or its strict form), or to CustomV2 with
#     min_protocol_version TLSv1_2 or TLSv1_3.
package iris.rules.tls_in_flight.gateway_tls_floor

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.finding(gateway, [_message, report.shown(weak[0])]) if {
	some gateway in input.resources.azurerm_application_gateway
	weak := _weak(gateway)
	count(weak) > 0
}

undecided contains report.finding(gateway, ["ssl_policy is known only after apply"]) if {
	some gateway in input.resources.azurerm_application_gateway
	count(_weak(gateway)) == 0
	some policy in _policies(gateway)
	_is_unknown(policy)
}

# What the gateway says of its floor, and what each profile with a policy of its own says.
_policies(gateway) := array.concat([estate.value(gateway, ["ssl_policy", 0])], _policies_of_profiles(gateway))

_policies_of_profiles(gateway) := [policy |
	some index, _ in estate.blocks(gateway, "ssl_profile")
	policy := estate.value(gateway, ["ssl_profile", index, "ssl_policy", 0])
	policy != null
]

_weak(gateway) := [received |
	some policy in _policies(gateway)
	not _is_strong(policy)
	not _is_unknown(policy)
	received := _received(policy)
]

_is_strong(policy) if policy.policy_name in {
	"AppGwSslPolicy20170401S",
	"AppGwSslPolicy20220101",
	"AppGwSslPolicy20220101S",
}

_is_strong(policy) if policy.min_protocol_version in {"TLSv1_2", "TLSv1_3"}

_is_unknown(policy) if estate.is_unknown(policy)

_is_unknown(policy) if {
	not _is_strong(policy)
	some name in ["policy_name", "min_protocol_version"]
	estate.is_unknown(policy[name])
}

_received(policy) := policy.policy_name if {
	is_string(policy.policy_name)
} else := policy.min_protocol_version if {
	is_string(policy.min_protocol_version)
} else := null

_message := "ssl_policy must have a floor of TLS 1.2 or later (such as AppGwSslPolicy20220101), got "
