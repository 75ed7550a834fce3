# METADATA
# title: A disk of a virtual machine is a managed disk
# description: |
#   Unmanaged disks are blobs in a storage account: nothing keeps those of two machines apart. They were retired on
#   2026-03-31, and no machine with one of them starts any more.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/unmanaged-disks-deprecation
#     description: Retirement of unmanaged disks
# custom:
#   id: IRIS-RET-001
#   name: disk-managed
#   severity: critical
#   family: retired
#   requirements: [S1, vm.managed-disk]
#   remediation: |
#     Migrate the disk, and describe it with os_disk or azurerm_managed_disk.
package iris.rules.retired.disk_managed

import data.iris.report
import data.iris.unmanaged

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in input.resources.azurerm_virtual_machine

failures contains report.must_be(machine, path, "omitted, with the disk managed", "a blob") if {
	some machine in input.resources.azurerm_virtual_machine
	path := unmanaged.blobs(machine)[0]
}

undecided contains report.unknown(machine, path) if {
	some machine in input.resources.azurerm_virtual_machine
	count(unmanaged.blobs(machine)) == 0
	path := unmanaged.possible(machine)[0]
}
