# METADATA
# title: Cases
# description: |
#   Builds the estate document of a case. A case writes resources as Terraform does: type, name, attributes, and
#   "${type.name.attribute}" for a value that is known only after apply. Such a value becomes a reference when the case
#   holds that resource. test/cases.ts builds the same document for the compiled policy.
package iris.cases

# METADATA
# description: the estate document of a case's resources
document(given) := {
	"format": "iris-azure/estate",
	"version": 1,
	"stacks": ["case"],
	"resources": {type: resources |
		some type, named in given
		resources := {key(address): resource |
			some name, values in named
			address := concat(".", [type, name])
			links := _links(given, values)
			resource := {
				"key": key(address),
				"stack": "case",
				"address": address,
				"type": type,
				"name": name,
				"values": json.patch(values, [_forget(path) | some path, _ in _expressions(values)]),
				"references": {path: sort(targets) | some path, targets in links},
				"referrers": object.get(_referrers(given), key(address), {}),
			}
		}
	},
}

# METADATA
# description: the key that a case's resource has in the document
key(address) := concat("/", ["case", address])

_expressions(values) := {path: expression |
	walk(values, [steps, expression])
	is_string(expression)
	startswith(expression, "${")
	path := concat(".", [sprintf("%v", [step]) | some step in steps])
}

# By path, the resources referred to. The path of a value in a plain list is that of the list.
_links(given, values) := {path: targets |
	expressions := _expressions(values)
	some step, _ in expressions
	path := _without_last_index(step)
	targets := {key(concat(".", [type, name])) |
		some other, expression in expressions
		_without_last_index(other) == path
		[type, name] := array.slice(split(trim_prefix(expression, "${"), "."), 0, 2)
		given[type][name]
	}
	count(targets) > 0
}

_without_last_index(path) := regex.replace(path, `[.][0-9]+$`, "")

_forget(path) := {"op": "replace", "path": concat("", ["/", replace(path, ".", "/")]), "value": {"$unknown": true}}

_referrers(given) := {target: by_type |
	some target in {link.target | some link in _all_links(given)}
	by_type := {type: by_attribute |
		some type, _ in given
		of_type := [link | some link in _all_links(given); link.target == target; link.type == type]
		count(of_type) > 0
		by_attribute := {attribute: keys |
			some attribute in {link.attribute | some link in of_type}
			keys := sort({link.source | some link in of_type; link.attribute == attribute})
		}
	}
}

_all_links(given) := [link |
	some type, named in given
	some name, values in named
	some path, targets in _links(given, values)
	some target in targets
	link := {
		"type": type,
		"source": key(concat(".", [type, name])),
		"target": target,
		"attribute": concat(".", [step | some step in split(path, "."); not regex.match(`^[0-9]+$`, step)]),
	}
]
