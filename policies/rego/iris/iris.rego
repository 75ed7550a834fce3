# METADATA
# title: Verdicts
# description: |
#   Collects what every rule under data.iris.rules found. A rule needs no entry here: its folder is enough. Every rule
#   is present, with empty lists when the estate holds nothing that it judges.
# scope: package
package iris

# METADATA
# title: Verdicts by rule id
# description: judged holds keys of resources; failures and undecided are disjoint and both within judged.
# entrypoint: true
verdicts[id] := verdict if {
	some family, name
	rule := data.iris.rules[family][name]
	id := rule.id
	verdict := {
		"judged": rule.judged,
		"failures": rule.failures,
		"undecided": rule.undecided,
	}
}
