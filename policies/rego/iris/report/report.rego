# METADATA
# title: Findings
# description: Builds what a rule reports on a resource. A message says what must be, and the value received.
package iris.report

import data.iris.estate

# METADATA
# description: a finding on a resource, its message given in parts
finding(resource, parts) := {"key": resource.key, "message": concat("", parts)}

# METADATA
# description: a finding that an attribute has a value that is not allowed
must_be(resource, path, allowed, received) := finding(
	resource,
	[estate.attribute(path), " must be ", allowed, ", got ", shown(received)],
)

# METADATA
# description: a finding that an attribute cannot be judged before apply
unknown(resource, path) := finding(resource, [estate.attribute(path), " is known only after apply"])

# METADATA
# description: a value as a person reads it
shown(value) := "nothing" if {
	value == null
} else := "a value known only after apply" if {
	estate.is_unknown(value)
} else := value if {
	is_string(value)
} else := json.marshal(value)

# METADATA
# description: several values as one sorted list
listed(values) := concat(", ", sort([shown(value) | some value in values]))
