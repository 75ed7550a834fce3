# METADATA
# title: The mirror's load balancer probes the mirror status page
# description: |
#   Only the primary answers the mirror status page with 200. A TCP probe finds the backup just as healthy and sends
#   connections to it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
#     description: Load balancer health probes
#   - ref: https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror
#     description: InterSystems mirroring
# custom:
#   id: IRIS-AVL-009
#   name: mirror-probe-status-page
#   severity: critical
#   family: availability
#   requirements: [S13, lb.probe-http]
#   remediation: |
#     Set protocol to Http or Https, and request_path to the mirror status page, such as
#     /csp/bin/mirror_status.cxw.
package iris.rules.availability.mirror_probe_status_page

import data.iris.endpoints
import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains probe.key if some probe in _probes

failures contains report.must_be(probe, ["protocol"], "Http or Https", protocol) if {
	some probe in _probes
	protocol := _protocol(probe)
	_is_wrong_protocol(protocol)
}

failures contains report.must_be(probe, _path, "the mirror status page (mirror_status.cxw)", request_path) if {
	some probe in _probes
	not _is_wrong_protocol(_protocol(probe))
	request_path := estate.value(probe, _path)
	_is_wrong_path(request_path)
}

undecided contains report.finding(probe, ["protocol or request_path is known only after apply"]) if {
	some probe in _probes
	protocol := _protocol(probe)
	not _is_wrong_protocol(protocol)
	request_path := estate.value(probe, _path)
	not _is_wrong_path(request_path)
	some value in [protocol, request_path]
	estate.is_unknown(value)
}

_probes := [probe |
	some probe in input.resources.azurerm_lb_probe
	endpoints.owner_kind(probe) == "mirror"
]

_protocol(probe) := estate.value_or(probe, ["protocol"], "Tcp")

_is_wrong_protocol(protocol) if {
	not protocol in {"Http", "Https"}
	not estate.is_unknown(protocol)
}

_is_wrong_path(request_path) if {
	not estate.is_unknown(request_path)
	not endswith(request_path, "/mirror_status.cxw")
}

_path := ["request_path"]
