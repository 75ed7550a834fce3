# METADATA
# title: Roles on keys
# description: Who may use a key of Key Vault, and the machines that act under an identity.
package iris.crypto_roles

import data.iris.estate
import data.iris.machines

# METADATA
# description: roles that let an identity use a key, and not manage it
names := {"Key Vault Crypto Service Encryption User", "Key Vault Crypto User"}

# METADATA
# description: where a machine names the identities under which it acts
identities := ["identity", 0, "identity_ids"]

# METADATA
# description: the role of an assignment by its name, null, or unknown
role(assignment) := estate.value(assignment, ["role_definition_name"])

# METADATA
# description: every assignment of a role that lets an identity use keys
assignments := [assignment |
	some assignment in input.resources.azurerm_role_assignment
	role(assignment) in names
]

# METADATA
# description: the keys on which an assignment gives its role
keys(assignment) := estate.targets(assignment, ["scope"], "azurerm_key_vault_key")

# METADATA
# description: machines that act under the identity to which an assignment gives its role
carriers(assignment) := [machine |
	some identity in estate.targets(assignment, ["principal_id"], "azurerm_user_assigned_identity")
	some type in machines.types
	some machine in estate.sources(identity, type, "identity.identity_ids")
]

# METADATA
# description: whether a machine holds databases of a mirror
is_member(machine) if machines.role(machine) in {"primary", "backup", "dr-async"}
