# METADATA
# title: Reading the estate
# description: |
#   Three-valued reads of an attribute. A value is known, null (said so or left out: Terraform treats both alike, and
#   the provider's default then holds), or unknown until apply. A path is an array of names and list indexes.
package iris.estate

# METADATA
# description: the value at a path; null when it is null or left out, and for attributes without a default
value(resource, path) := value_or(resource, path, null)

# METADATA
# description: the value at a path, or the default of azurerm 4.55 when it is null or left out
value_or(resource, path, provider_default) := found if {
	found := object.get(resource.values, path, null)
	found != null
} else := _unknown if {
	_inside_unknown(resource, path)
} else := provider_default

# METADATA
# description: whether a value that was read is known only after apply
is_unknown(value) if value["$unknown"] == true

# METADATA
# description: the blocks of one kind in a resource, none when they are unknown or left out
blocks(resource, name) := found if {
	found := value(resource, [name])
	is_array(found)
} else := []

# METADATA
# description: keys of the resources that the attribute at a path refers to
references(resource, path) := object.get(resource, ["references", _dotted(path)], [])

# METADATA
# description: resources of one type that the attribute at a path refers to
targets(resource, path, type) := [target |
	some key in references(resource, path)
	target := input.resources[type][key]
]

# METADATA
# description: resources of one type whose attribute refers to this resource; the attribute is dotted, without indexes
sources(resource, type, attribute) := [source |
	some key in object.get(resource, ["referrers", type, attribute], [])
	source := input.resources[type][key]
]

# METADATA
# description: whether the attribute at a path names a resource, by a known id or by a reference
# scope: document
is_linked(resource, path) if {
	found := value(resource, path)
	found != null
	not is_unknown(found)
}

is_linked(resource, path) if count(references(resource, path)) > 0

# METADATA
# description: a word for what the attribute at a path names; null when it names nothing, unknown when no one can tell
link(resource, path, word) := word if {
	is_linked(resource, path)
} else := value(resource, path)

# METADATA
# description: whether the attribute at a path is unknown and no reference tells what it names
is_link_unknown(resource, path) if {
	is_unknown(value(resource, path))
	count(references(resource, path)) == 0
}

# METADATA
# description: the location of a resource as Azure's short name ("West Europe" is westeurope), or unknown
location(resource) := lower(replace(found, " ", "")) if {
	found := value(resource, ["location"])
	is_string(found)
} else := _unknown

# METADATA
# description: a tag's value, or the empty string when the tag is left out or known only after apply
tag(resource, name) := found if {
	found := object.get(resource.values, ["tags", name], null)
	is_string(found)
} else := ""

# METADATA
# description: the workload and environment of a resource, so that two environments in one estate are kept apart
environment(resource) := concat("-", [tag(resource, "iris-workload"), tag(resource, "iris-environment")])

# METADATA
# description: the environment and region of a resource; undefined while its location is unknown
region(resource) := concat("/", [environment(resource), place]) if {
	place := location(resource)
	is_string(place)
}

# METADATA
# description: a path as people write it, without list indexes
attribute(path) := concat(".", [name | some name in path; is_string(name)])

_unknown := {"$unknown": true}

_inside_unknown(resource, path) if {
	count(path) > 1
	some length in numbers.range(1, count(path) - 1)
	is_unknown(object.get(resource.values, array.slice(path, 0, length), null))
}

_dotted(path) := concat(".", [step | some part in path; step := _step(part)])

_step(part) := part if is_string(part)

_step(part) := format_int(part, 10) if is_number(part)
