# METADATA
# title: Long-term copies cannot be changed or deleted for a time
# description: |
#   Who takes over a server, or its identity, could delete all that was ever backed up. A container in an account
#   that holds backups has a time-based immutability policy. Whether the policy is locked is the owner's to say,
#   once its days are known to be right.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/blobs/immutable-container-level-worm-policies
#     description: Immutability policies of containers
# custom:
#   id: IRIS-BKP-030
#   name: long-term-immutable
#   severity: critical
#   family: backup
#   requirements: [S16]
#   remediation: |
#     Add an azurerm_storage_container_immutability_policy to the container.
package iris.rules.backup.long_term_immutable

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains container.key if some container in storage.backup_containers

failures contains report.finding(container, ["must have an immutability policy, got none"]) if {
	count(_unresolved) == 0
	some container in storage.backup_containers
	count(_policies_of(container)) == 0
}

undecided contains report.finding(container, [
	"target of ",
	report.listed(_unresolved),
	" is known only after apply",
]) if {
	count(_unresolved) > 0
	some container in storage.backup_containers
	count(_policies_of(container)) == 0
}

_policies_of(container) := estate.sources(container, _type, "storage_container_resource_manager_id")

_unresolved contains policy.address if {
	some policy in input.resources[_type]
	estate.is_link_unknown(policy, ["storage_container_resource_manager_id"])
}

_type := "azurerm_storage_container_immutability_policy"
