package answer

import (
	"slices"

	"sherpa/internal/value"
)

// "How old is Ann?" is told by her age ("Ann Lund, 61, …"), which has no word for old, and
// not by what was of old: "the former mayor".

// oldTerm is the term of "old" in "how old", or -1.
func (q *question) oldTerm() int {
	if q.wanted&sortAge == 0 {
		return -1
	}
	how := slices.Index(q.Words, "how")
	for t := range q.terms {
		if q.terms[t].Norm == "old" && q.terms[t].At == how+1 {
			return t
		}
	}
	return -1
}

// bearAge says of each sentence whether it tells an age of what is asked about, for the term
// of "how old".
func bearAge(q *question, list []evidence) {
	old := q.oldTerm()
	if old < 0 {
		return
	}
	for i := range list {
		if e := &list[i]; e.tellsAge(old) {
			e.matched[old] = 1
		} else if !hasWord(e.words(), "old") {
			e.matched[old] = 0
		}
	}
}

// tellsAge reports whether the sentence has an age and another term than that of "old".
func (e *evidence) tellsAge(old int) bool {
	if !slices.ContainsFunc(e.sentence.Values, func(v value.Value) bool { return v.Role == value.Age }) {
		return false
	}
	for t, m := range e.matched {
		if t != old && m >= relatedShare {
			return true
		}
	}
	return false
}
