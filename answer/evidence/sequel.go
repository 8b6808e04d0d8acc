package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// datesSequel reports whether a date is that of what came of the matter, and not of the matter
// itself: "Shares fell on Wednesday, the day after a jury convicted the mayor" does not
// tell when he was convicted.
func (e *Evidence) datesSequel(q *question.Question, v value.Value) bool {
	if v.Kind != value.Date || !e.Has(sequelLeads) {
		return false
	}
	asked := asksDeed(q)
	words, at := e.Words(), e.WordAt(v.Start)
	for i, w := range words {
		if !sequelLeads[w.Norm] {
			continue
		}
		next := i + 1 + len(Unbroken(words[i+1:]))
		within := at > i && at < next
		if !within && slices.ContainsFunc(words[i+1:next], asked) && !slices.ContainsFunc(words[:i], asked) && !slices.ContainsFunc(words[next:], asked) {
			return true
		}
	}
	return false
}

// sequelLeads lead from what came of something to the thing itself.
var sequelLeads = text.WordSet(`after because following`)

// asksDeed tells the words for the question's verb, or for what it asks about where it has
// none of its own.
func asksDeed(q *question.Question) func(w retrieval.Word) bool {
	verb := question.ReadAsked(q).Verb
	if verb < 0 || q.IsLight(verb) {
		return func(w retrieval.Word) bool { return asksMatter(q, w) }
	}
	return func(w retrieval.Word) bool { return q.TellsAny([]int{verb}, []retrieval.Word{w}) }
}
