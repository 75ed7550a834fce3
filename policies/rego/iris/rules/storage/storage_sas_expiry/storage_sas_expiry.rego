# METADATA
# title: Shared access signatures of a storage account expire within a day
# description: |
#   The policy logs, or refuses, signatures that are valid for longer than its period.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/sas-expiration-policy
#     description: Expiration policy of shared access signatures
# custom:
#   id: IRIS-STO-018
#   name: storage-sas-expiry
#   severity: medium
#   family: storage
#   requirements: [storage.sas-expiry]
#   remediation: |
#     Add a sas_policy whose expiration_period is at most a day, such as 00.01:00:00.
package iris.rules.storage.storage_sas_expiry

import data.iris.estate
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains account.key if some account in input.resources.azurerm_storage_account

failures contains report.must_be(account, _path, "at most a day, as in 00.01:00:00", period) if {
	some account in input.resources.azurerm_storage_account
	period := estate.value(account, _path)
	not _is_short(period)
	not estate.is_unknown(period)
}

undecided contains report.unknown(account, _path) if {
	some account in input.resources.azurerm_storage_account
	estate.is_unknown(estate.value(account, _path))
}

# Days, hours, minutes and seconds: DD.HH:MM:SS.
_is_short(period) if {
	is_string(period)
	parts := split(period, ".")
	count(parts) == 2
	to_number(parts[0]) == 0
}

_is_short(period) if period in {"1.00:00:00", "01.00:00:00"}

_path := ["sas_policy", 0, "expiration_period"]
