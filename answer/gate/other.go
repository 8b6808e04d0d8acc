package gate

import (
	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// The signs that a sentence with the question's words is about something else:
// about another number, the opposite, or the affirmed for the denied.

// otherNumber reports whether a number of the question stands neither in the
// sentence nor around it.
func otherNumber(e *evidence.Evidence, q *question.Question) bool {
	for t := range q.Terms {
		if q.IsNumber(t) && e.Context[t] == 0 && q.Weight[t] > 0 {
			return true
		}
	}
	return false
}

// notWords deny what a question asks for: "What did he not say?" Words such as
// "without" only describe it.
var notWords = text.WordSet(`not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't`)

// opposes reports whether the sentence has the opposite of a word of the question
// that it lacks.
func opposes(e *evidence.Evidence, q *question.Question) bool {
	for t := range q.Terms {
		sides := lexicon.Opposites[q.Terms[t].Norm]
		if len(sides) == 0 || e.Matched[t] > 0 {
			continue
		}
		for _, w := range e.Words() {
			if lexicon.Excludes(sides, lexicon.Opposites[w.Norm]) {
				return true
			}
		}
	}
	return false
}
