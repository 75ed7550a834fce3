# METADATA
# title: An Application Gateway takes its certificates from Key Vault
# description: |
#   A certificate that is given inline has its private key in Terraform's state, and nobody renews it. From Key
#   Vault the gateway follows each renewal.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/application-gateway/key-vault-certs
#     description: TLS termination with Key Vault certificates
# custom:
#   id: IRIS-TLS-004
#   name: gateway-certificate-vault
#   severity: high
#   family: tls-in-flight
#   requirements: [S11, S26]
#   remediation: |
#     Set ssl_certificate.key_vault_secret_id to the secret of a Key Vault certificate, and leave out data and
#     password.
package iris.rules.tls_in_flight.gateway_certificate_vault

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains gateway.key if some gateway in input.resources.azurerm_application_gateway

failures contains report.finding(gateway, [_message, report.listed(inline)]) if {
	some gateway in input.resources.azurerm_application_gateway
	inline := _inline(gateway)
	count(inline) > 0
}

undecided contains report.finding(gateway, ["source of some certificate is known only after apply"]) if {
	some gateway in input.resources.azurerm_application_gateway
	count(_inline(gateway)) == 0
	_is_some_unknown(gateway)
}

_inline(gateway) := {object.get(certificate, "name", null) |
	some index, certificate in estate.blocks(gateway, "ssl_certificate")
	_is_inline(gateway, index)
}

_is_inline(gateway, index) if estate.value(gateway, ["ssl_certificate", index, "data"]) != null

_is_inline(gateway, index) if estate.value(gateway, _source(index)) == null

_is_some_unknown(gateway) if estate.is_unknown(estate.value(gateway, ["ssl_certificate"]))

_is_some_unknown(gateway) if {
	some index, _ in estate.blocks(gateway, "ssl_certificate")
	estate.is_link_unknown(gateway, _source(index))
}

_source(index) := ["ssl_certificate", index, "key_vault_secret_id"]

_message := "ssl_certificate must have a key_vault_secret_id and no data, got an inline certificate "
