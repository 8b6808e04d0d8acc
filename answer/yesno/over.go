package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "Is it over?" has no word that a sentence could repeat: it asks if something has ended.

var (
	// endings tell that something is over, and goings that it is not.
	endings = text.WordSet(`over ended finished concluded ceased stopped`)
	goings  = text.WordSet(`unresolved continue continues rages raging unabated lingers`)
)

// overReach is how many words before an ending that stands which ended.
const overReach = 5

// asksIfOver reports whether it is asked if a thing with a name of its own is over.
func asksIfOver(q *question.Question, d *question.AskedDeed) bool {
	return question.ToBe[q.WordAt(0)] && slices.Contains(q.Words[max(0, len(q.Words)-2):], "over") && d.Verb < 0 && len(d.Event) > 0
}

// readOver reads whether the sentence tells that what the question asks about is over.
func readOver(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) Polarity {
	words := e.Words()
	for _, c := range e.Clauses() {
		clause := words[c.Start:c.End]
		end := slices.IndexFunc(clause, func(w retrieval.Word) bool { return endings[w.Norm] || goings[w.Norm] })
		if end < 1 || !q.TellsAny(d.Event, clause[max(0, end-overReach):end]) || slices.ContainsFunc(clause, question.IsModal) || evidence.Supposes(clause) {
			continue
		}
		denied := slices.ContainsFunc(clause[:end], func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
		if endings[clause[end].Norm] != denied {
			return affirmed
		}
		return Denied
	}
	return unsaid
}
