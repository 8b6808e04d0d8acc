package answer

import (
	"slices"

	"sherpa/retrieval"
)

// unnamed reports whether it is asked what somebody or something is called, and no
// sentence has a name beside a word for it.
func (q *question) unnamed(all []*evidence) bool {
	thing := q.calledTerm()
	return thing >= 0 && !slices.ContainsFunc(all, func(e *evidence) bool { return e.matched[thing] > 0 && e.namesBeside(q, thing) })
}

// calledTerm is the term of whom or what a question asks the name, or -1.
func (q *question) calledTerm() int {
	if len(q.terms) > fewTerms+1 || q.wordAt(0) != "what" || !toBe[q.wordAt(1)] || !q.asksName && q.wordAt(len(q.Words)-1) != "called" && q.wordAt(len(q.Words)-2) != "called" {
		return -1
	}
	for t, term := range slices.Backward(q.terms) {
		if q.saysWhatItAsks(t) && term.Norm != "called" {
			return t
		}
	}
	return -1
}

// namesBeside reports whether a name that the question does not give stands beside a
// word for a term, or only words between the two that lead to a name: "her son, Bob",
// "a writer named Ann", but not "a writer in Norwick".
func (e *evidence) namesBeside(q *question, term int) bool {
	names, words := e.unasked(q), e.words()
	for i := range words {
		if !q.tellsAny([]int{term}, words[i:i+1]) {
			continue
		}
		for _, n := range names {
			between := words[min(i+1, n.First):n.First]
			if n.First < i {
				between = words[min(n.Next, i):i]
			}
			if len(between) <= namingReach && !slices.ContainsFunc(between, func(w retrieval.Word) bool { return !leadsToName[w.Norm] }) {
				return true
			}
		}
	}
	return false
}

// namingReach is how many words may stand between a thing and its name.
const namingReach = 4

var leadsToName = wordSet(`named called known as such including like is was are were be the a an old young little then first last`)
