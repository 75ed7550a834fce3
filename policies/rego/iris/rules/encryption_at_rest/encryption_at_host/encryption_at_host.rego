# METADATA
# title: A virtual machine is encrypted at the host
# description: |
#   Temporary disks, caches and the flow of data between host and storage are encrypted only with encryption at
#   host. It replaces Azure Disk Encryption, which retires on 2028-09-15.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/disk-encryption
#     description: Server-side encryption of managed disks
# custom:
#   id: IRIS-ENC-003
#   name: encryption-at-host
#   severity: high
#   family: encryption-at-rest
#   requirements: [S24, vm.encryption-at-host]
#   remediation: |
#     Set encryption_at_host_enabled to true; the subscription must have the feature EncryptionAtHost registered.
package iris.rules.encryption_at_rest.encryption_at_host

import data.iris.estate
import data.iris.machines
import data.iris.report

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, _path, "true", false) if {
	some machine in machines.present
	estate.value_or(machine, _path, false) == false
}

undecided contains report.unknown(machine, _path) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, _path))
}

_path := ["encryption_at_host_enabled"]
