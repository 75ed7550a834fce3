# METADATA
# title: Host caching is asked for only where the host can cache
# description: |
#   Azure caches no disk of more than 4095 GiB, and neither Premium SSD v2 nor Ultra disks. It refuses the cache, or
#   drops it without a word when a disk grows.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance
#     description: Design for high performance on Premium storage
# custom:
#   id: IRIS-STG-005
#   name: host-cache-supported
#   severity: medium
#   family: premium-storage
#   requirements: [S2, vm.disk-caching]
#   remediation: |
#     Set caching to None, or spread the volume over disks of at most 4095 GiB.
package iris.rules.premium_storage.host_cache_supported

import data.iris.estate
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains attachment.key if {
	some attachment in volumes.attachments
	volumes.disk(attachment)
}

failures contains report.finding(attachment, ["caching must be None on a disk ", reason, ", got ", caching]) if {
	some attachment in volumes.attachments
	reason := volumes.why_uncached(volumes.disk(attachment))
	caching := estate.value(attachment, ["caching"])
	caching in {"ReadOnly", "ReadWrite"}
}

undecided contains report.unknown(attachment, ["caching"]) if {
	some attachment in volumes.attachments
	volumes.why_uncached(volumes.disk(attachment))
	estate.is_unknown(estate.value(attachment, ["caching"]))
}

undecided contains finding if {
	some attachment in volumes.attachments
	disk := volumes.disk(attachment)
	not volumes.why_uncached(disk)
	volumes.caching_unknown(disk)
	estate.value(attachment, ["caching"]) != "None"
	finding := report.finding(attachment, ["whether the host can cache the disk is known only after apply"])
}
