package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/value"
)

// "How old is Ann?" is told by her age ("Ann Lund, 61, …"), which has no word for old, and
// not by what was of old: "the former mayor".

// oldTerm is the term of "old" in "how old", or -1.
func oldTerm(q *question.Question) int {
	if q.Wanted&question.SortAge == 0 {
		return -1
	}
	how := slices.Index(q.Words, "how")
	for t := range q.Terms {
		if q.Terms[t].Norm == "old" && q.Terms[t].At == how+1 {
			return t
		}
	}
	return -1
}

// bearAge says of each sentence whether it tells an age of what is asked about, for the term
// of "how old".
func bearAge(q *question.Question, list []Evidence) {
	old := oldTerm(q)
	if old < 0 {
		return
	}
	for i := range list {
		if e := &list[i]; e.tellsAge(old) {
			e.Matched[old] = 1
		} else if !HasWord(e.Words(), "old") {
			e.Matched[old] = 0
		}
	}
}

// tellsAge reports whether the sentence has an age and another term than that of "old".
func (e *Evidence) tellsAge(old int) bool {
	if !slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool { return v.Role == value.Age }) {
		return false
	}
	for t, m := range e.Matched {
		if t != old && m >= question.RelatedShare {
			return true
		}
	}
	return false
}
