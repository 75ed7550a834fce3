# METADATA
# description: Runs the cases.yaml beside each rule.
package iris.cases_test

import data.iris.cases

test_case[title] if {
	some family, name
	rule := data.iris.rules[family][name]
	some example in rule.cases
	title := concat(" ", [rule.id, name, example.name])
	verdict := data.iris.verdicts[rule.id] with input as cases.document(example.given)
	verdict == _expected(example.expect)
}

test_every_rule_has_cases if {
	every family in data.iris.rules {
		every rule in family {
			count(rule.cases) >= 5
		}
	}
}

_expected(expect) := {
	"judged": sort({cases.key(address) | some address in expect.judged}),
	"failures": _findings(object.get(expect, "failures", {})),
	"undecided": _findings(object.get(expect, "undecided", {})),
}

_findings(messages) := sort({{"key": cases.key(address), "message": message} |
	some address, message in messages
})
