package answer

import (
	"strings"

	"sherpa/internal/text"
)

// related reports whether two stems are used for one another.
func related(a, b string) bool { return text.Related(a, b) }

// lightVerbs ask when, where or how long something was without saying what: a
// sentence need not repeat them.
var lightVerbs = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`two take took taken happen happened occur occurred hold held last lasted go went get got make made give gave be been come came begin began
		member members people person official officials belong belonged name list thing things anything something everything`) {
		m[text.Stem(w)] = true
	}
	return m
}()

// negations turn a statement into its opposite.
var negations = wordSet(`no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
	couldn't shouldn't hasn't haven't hadn't hardly barely`)

// denials are words that say no without a negation: somebody was excluded,
// something was ruled out or failed.
var denials = wordSet(`absent absentee absence exclude excluded exclusion excluding barred omitted uninvited missing fail failed fails failing failure refuse refused refuses
	refusal reject rejected rejects rejecting deny denied denies lack lacks lacked lacking unresolved unable unlikely despite rule`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
