package candidate

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// CalledTerm is the term of whom or what a question asks the name, or -1.
func CalledTerm(q *question.Question) int {
	last := len(q.Words) - 1
	switch {
	case len(q.Terms) > question.FewTerms+1 || q.WordAt(0) != "what" || !question.ToBe[q.WordAt(1)] && !evidence.IsArticle(q.WordAt(1)):
		return -1
	case !q.AsksName && q.WordAt(last) != "called" && q.WordAt(last-1) != "called":
		return -1
	}
	for t, term := range slices.Backward(q.Terms) {
		if (q.SaysWhatItAsks(t) || q.AsksName && question.ClassOfNoun(term.Norm) != question.NounOpen) && term.Norm != "called" && term.At <= q.EndOfNamed() {
			return t
		}
	}
	return -1
}
