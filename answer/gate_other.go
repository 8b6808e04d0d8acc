package answer

import "sherpa/answer/lexicon"

// The signs that a sentence with the question's words is about something else:
// about another number, the opposite, or the affirmed for the denied.

// otherNumber reports whether a number of the question stands neither in the
// sentence nor around it.
func (e *evidence) otherNumber(q *question) bool {
	for t := range q.terms {
		if q.isNumber(t) && e.context[t] == 0 && q.weight[t] > 0 {
			return true
		}
	}
	return false
}

// notWords deny what a question asks for: "What did he not say?" Words such as
// "without" only describe it.
var notWords = wordSet(`not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't`)

// negative reports whether the sentence denies anything.
func (e *evidence) negative() bool { return e.has(lexicon.NotCues) || e.has(denials) }

// opposes reports whether the sentence has the opposite of a word of the question
// that it lacks.
func (e *evidence) opposes(q *question) bool {
	for t := range q.terms {
		sides := lexicon.Opposites[q.terms[t].Norm]
		if len(sides) == 0 || e.matched[t] > 0 {
			continue
		}
		for _, w := range e.words() {
			if lexicon.Excludes(sides, lexicon.Opposites[w.Norm]) {
				return true
			}
		}
	}
	return false
}
