# METADATA
# title: Host caching fits what a volume holds
# description: |
#   Journals and the write image journal are written in sequence and must reach the disk at once, so they have no
#   host cache. Database disks are read again and again, so they have a read-only one, unless the host cannot cache
#   them.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance
#     description: Design for high performance on Premium storage
# custom:
#   id: IRIS-STG-004
#   name: volume-host-cache
#   severity: high
#   family: premium-storage
#   requirements: [S2, vm.disk-caching]
#   remediation: |
#     Set caching to None on attachments of journal, alternate-journal and wij disks, and to ReadOnly on those of
#     database disks.
package iris.rules.premium_storage.volume_host_cache

import data.iris.estate
import data.iris.report
import data.iris.volumes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains attachment.key if {
	some attachment in volumes.attachments
	_wanted(attachment)
}

failures contains report.must_be(attachment, ["caching"], allowed, caching) if {
	some attachment in volumes.attachments
	wanted := _wanted(attachment)
	caching := estate.value(attachment, ["caching"])
	caching != wanted
	not estate.is_unknown(caching)
	not _depends_on_disk(attachment, caching)
	allowed := concat("", [wanted, " for volume ", volumes.volume(volumes.disk(attachment))])
}

undecided contains report.unknown(attachment, ["caching"]) if {
	some attachment in volumes.attachments
	_wanted(attachment)
	estate.is_unknown(estate.value(attachment, ["caching"]))
}

undecided contains finding if {
	some attachment in volumes.attachments
	_wanted(attachment) == "ReadOnly"
	_depends_on_disk(attachment, estate.value(attachment, ["caching"]))
	finding := report.finding(attachment, ["whether the host can cache the disk is known only after apply"])
}

_wanted(attachment) := "None" if {
	volumes.volume(volumes.disk(attachment)) in {"journal", "alternate-journal", "wij"}
} else := "ReadOnly" if {
	disk := volumes.disk(attachment)
	volumes.volume(disk) == "database"
	not volumes.why_uncached(disk)
}

_depends_on_disk(attachment, "None") if volumes.caching_unknown(volumes.disk(attachment))
