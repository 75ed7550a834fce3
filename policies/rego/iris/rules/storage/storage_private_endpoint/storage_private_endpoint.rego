# METADATA
# title: A storage account has a private end point
# description: |
#   What servers keep in an account goes through the network of the estate. Accounts to which only Azure itself
#   writes (tag iris-holds with the value diagnostics), and the one that holds the states of all deployments and is
#   made before any network (state), need none.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-private-endpoints
#     description: Private end points of storage accounts
# custom:
#   id: IRIS-STO-007
#   name: storage-private-endpoint
#   severity: high
#   family: storage
#   requirements: [S16, S17, storage.private-endpoint]
#   remediation: |
#     Add an azurerm_private_endpoint whose private_connection_resource_id is the account, with the subresource blob
#     or file.
package iris.rules.storage.storage_private_endpoint

import data.iris.estate
import data.iris.report
import data.iris.storage

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in _reached

failures contains report.finding(account, ["must have a private end point, got none"]) if {
	count(_unresolved) == 0
	some account in _reached
	count(storage.private_endpoints(account)) == 0
}

undecided contains report.finding(account, [
	"target of ",
	report.listed(_unresolved),
	" is known only after apply",
]) if {
	count(_unresolved) > 0
	some account in _reached
	count(storage.private_endpoints(account)) == 0
}

_reached contains account if {
	some account in input.resources.azurerm_storage_account
	not storage.holds(account) in {"diagnostics", "state"}
}

_unresolved contains endpoint.address if {
	some endpoint in input.resources.azurerm_private_endpoint
	estate.is_link_unknown(endpoint, ["private_service_connection", 0, "private_connection_resource_id"])
}
