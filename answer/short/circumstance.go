package short

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "What did Ann do after the talks?" asks of all that she did for what she did then.

// circumstances lead to when or on what condition something was or would be.
var circumstances = text.WordSet(`after before during if unless until without`)

const (
	// circumstanceReach is how many words behind such a word what it leads to stands.
	circumstanceReach = 4
	// circumstanceMargin is how far below the best sentence one may lie that has it.
	circumstanceMargin = 3
)

// PreferCircumstance moves the sentences that tell of something in the circumstance that the
// question names before the others.
func PreferCircumstance(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	at := slices.IndexFunc(q.Words, func(w string) bool { return circumstances[w] })
	if at < 1 {
		return all
	}
	t := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At > at && t.At <= at+circumstanceReach })
	if t < 0 {
		return all
	}
	var first, rest []*evidence.Evidence
	for _, e := range all {
		if e.Score >= all[0].Score-circumstanceMargin && hasCircumstance(e, q, q.Words[at], t) {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	return append(first, rest...)
}

// hasCircumstance reports whether behind the word in the sentence stands what it leads to in
// the question.
func hasCircumstance(e *evidence.Evidence, q *question.Question, lead string, t int) bool {
	words := e.Words()
	for i := range words {
		behind := words[i+1 : min(len(words), i+1+circumstanceReach)]
		if words[i].Norm == lead && q.TellsAny([]int{t}, behind) {
			return true
		}
	}
	return false
}
