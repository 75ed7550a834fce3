# METADATA
# description: Runs the cases.yaml beside each rule.
package iris.cases_test

import data.iris.cases

test_case[title] if {
	some family, rules in data.iris.rules
	some name, rule in rules
	some example in rule.cases
	title := concat(" ", [name, example.name])
	document := cases.document(example.given)
	judged := data.iris.rules[family][name].judged with input as document
	failures := data.iris.rules[family][name].failures with input as document
	undecided := data.iris.rules[family][name].undecided with input as document
	judged == {cases.key(address) | some address in example.expect.judged}
	failures == _findings(object.get(example.expect, "failures", {}))
	undecided == _findings(object.get(example.expect, "undecided", {}))
}

test_every_rule_has_cases[name] if {
	some rules in data.iris.rules
	some name, rule in rules
	count(rule.cases) > 0
}

_findings(messages) := {{"key": cases.key(address), "message": message} | some address, message in messages}
