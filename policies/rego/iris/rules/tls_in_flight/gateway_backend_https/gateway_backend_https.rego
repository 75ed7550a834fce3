# METADATA
# title: An Application Gateway reaches and probes its web servers by HTTPS
# description: |
#   What the gateway decrypts is encrypted again on its way to the web servers, health probes included.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/ssl-overview
#     description: TLS termination and end-to-end TLS with Application Gateway
# custom:
#   id: IRIS-TLS-003
#   name: gateway-backend-https
#   severity: high
#   family: tls-in-flight
#   requirements: [S25, agw.https]
#   remediation: |
#     Set the protocol of backend_http_settings and of probe to Https.
package iris.rules.tls_in_flight.gateway_backend_https

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.finding(gateway, [_message, report.listed(plain)]) if {
	some gateway in input.resources.azurerm_application_gateway
	plain := _plain(gateway)
	count(plain) > 0
}

undecided contains report.finding(gateway, ["protocol of some back end or probe is known only after apply"]) if {
	some gateway in input.resources.azurerm_application_gateway
	count(_plain(gateway)) == 0
	_is_some_unknown(gateway)
}

_plain(gateway) := {text |
	some kind in _kinds
	some block in estate.blocks(gateway, kind)
	protocol := object.get(block, "protocol", null)
	protocol != "Https"
	not estate.is_unknown(protocol)
	text := concat("", [report.shown(protocol), " on ", kind, " ", report.shown(object.get(block, "name", null))])
}

_is_some_unknown(gateway) if {
	some kind in _kinds
	estate.is_unknown(estate.value(gateway, [kind]))
}

_is_some_unknown(gateway) if {
	some kind in _kinds
	some block in estate.blocks(gateway, kind)
	estate.is_unknown(object.get(block, "protocol", null))
}

_kinds := ["backend_http_settings", "probe"]

_message := "protocol to the web servers must be Https, got "
