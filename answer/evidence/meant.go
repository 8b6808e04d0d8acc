package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// OnlyMeans reports whether the sentence has the deed of a question for what was done only
// as what somebody means to do: a promise to meet Ann tells nobody whom Bob met.
func (e *Evidence) OnlyMeans(q *question.Question) bool {
	if !e.Has(question.Modals) {
		return false
	}
	verb := q.DoneVerb()
	if verb < 0 {
		return false
	}
	words, meant := e.Words(), false
	for i := range words {
		if !q.TellsDeed(verb, &words[i]) {
			continue
		}
		if !isMeant(words[:i]) {
			return false
		}
		meant = true
	}
	return meant
}

// isMeant reports whether words lead to a verb for what is meant: "a promise by Bob to", "would".
func isMeant(before []retrieval.Word) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last.Norm == "to" && slices.ContainsFunc(before, question.IsModal) || conditionals[last.Norm]
}

// conditionals stand right before a verb for what is or was only to come.
var conditionals = text.WordSet(`would will could should might`)
