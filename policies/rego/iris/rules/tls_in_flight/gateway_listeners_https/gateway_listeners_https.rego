# METADATA
# title: An Application Gateway listens by HTTPS only
# description: |
#   Patient data and passwords go over TLS. A listener for HTTP is allowed if its routing rules do nothing but
#   redirect to HTTPS.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/ssl-overview
#     description: TLS termination and end-to-end TLS with Application Gateway
# custom:
#   id: IRIS-TLS-001
#   name: gateway-listeners-https
#   severity: critical
#   family: tls-in-flight
#   requirements: [S11, S25, agw.https]
#   remediation: |
#     Set http_listener.protocol to Https, or redirect the HTTP listener to an HTTPS one.
package iris.rules.tls_in_flight.gateway_listeners_https

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.finding(gateway, [_message, report.listed(plain)]) if {
	some gateway in input.resources.azurerm_application_gateway
	plain := _plain(gateway)
	count(plain) > 0
}

undecided contains report.finding(gateway, ["protocol of some listener is known only after apply"]) if {
	some gateway in input.resources.azurerm_application_gateway
	count(_plain(gateway)) == 0
	_is_some_unknown(gateway)
}

_plain(gateway) := {object.get(listener, "name", null) |
	some listener in estate.blocks(gateway, "http_listener")
	protocol := object.get(listener, "protocol", null)
	protocol != "Https"
	not estate.is_unknown(protocol)
	not _is_redirected(gateway, listener)
}

_is_some_unknown(gateway) if estate.is_unknown(estate.value(gateway, ["http_listener"]))

_is_some_unknown(gateway) if {
	some listener in estate.blocks(gateway, "http_listener")
	estate.is_unknown(object.get(listener, "protocol", null))
}

_is_redirected(gateway, listener) if {
	rules := [rule |
		some rule in estate.blocks(gateway, "request_routing_rule")
		rule.http_listener_name == listener.name
	]
	count(rules) > 0
	every rule in rules {
		_redirects_to_https(gateway, rule)
	}
}

_redirects_to_https(gateway, rule) if {
	some redirect in estate.blocks(gateway, "redirect_configuration")
	redirect.name == rule.redirect_configuration_name
	_is_https_target(gateway, redirect)
}

_is_https_target(_, redirect) if startswith(redirect.target_url, "https://")

_is_https_target(gateway, redirect) if {
	some listener in estate.blocks(gateway, "http_listener")
	listener.name == redirect.target_listener_name
	listener.protocol == "Https"
}

_message := "http_listener.protocol must be Https, or its traffic redirected to HTTPS, got Http on "
