# METADATA
# title: A virtual machine has a size that reaches Premium storage
# description: |
#   Only some series reach Premium storage: as the catalogue of sizes has it, or, for a size that it does not know,
#   those with the feature letter s (and the older DS and GS series). Promotional sizes end without notice. Sizes that
#   Azure no longer offers, the tier Basic among them, are judged by the rule on those.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
#     description: Naming of virtual machine sizes
# custom:
#   id: IRIS-STG-003
#   name: vm-size-premium
#   severity: high
#   family: premium-storage
#   requirements: [S4, S5, vm.no-basic-promo-size]
#   remediation: |
#     Choose a size with an s among the letters after its number of vCPUs, such as Standard_E16ds_v5.
package iris.rules.premium_storage.vm_size_premium

import data.iris.estate
import data.iris.machines
import data.iris.report
import data.iris.retired
import data.iris.sizes

id := rego.metadata.chain()[1].annotations.custom.id

judged contains machine.key if some machine in machines.present

failures contains report.must_be(machine, ["size"], _allowed, size) if {
	some machine in machines.present
	size := estate.value(machine, ["size"])
	not _is_premium(machine, size)
	not retired.gone(size)
	not estate.is_unknown(size)
}

undecided contains report.unknown(machine, ["size"]) if {
	some machine in machines.present
	estate.is_unknown(estate.value(machine, ["size"]))
}

_allowed := "one that reaches Premium storage (such as Standard_E16ds_v5) and be no promotion"

_is_premium(machine, size) if {
	_reaches_premium(machine, size)
	not endswith(size, "_Promo")
}

_reaches_premium(machine, _) if sizes.facts(machine).premium

# Family, vCPUs, constrained vCPUs, features with an s among them; the first series say DS and GS instead.
_reaches_premium(machine, size) if {
	not sizes.facts(machine)
	regex.match(`^Standard_((DS|GS)[0-9]+(-[0-9]+)?|[A-Z]+[0-9]+(-[0-9]+)?[a-z]*s[a-z]*)(_|$)`, size)
}
