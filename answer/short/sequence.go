package short

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// "What happened after the summit?" asks for what is said to be after it: sentences that
// only tell of the summit are no answer where others say so.

// sequences are the words that put something before or after what follows them, and those
// that put it before or after what went before.
var sequences = map[string]struct{ to, alone map[string]bool }{
	"after":  {text.WordSet(`after following since`), text.WordSet(`afterwards afterward subsequently`)},
	"before": {text.WordSet(`before until prior ahead`), text.WordSet(`beforehand`)},
}

// sequenceReach is how many words behind "after" stands after what.
const sequenceReach = 4

// KeepSequence leaves only the sentences that say that something was after what the question
// names, or before it, if it asks for that and there are any.
func KeepSequence(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	at := sequenceAt(q)
	if at < 0 {
		return all
	}
	var event []int
	for t := range q.Terms {
		if q.Terms[t].At > at && !q.IsLight(t) {
			event = append(event, t)
		}
	}
	words := sequences[q.Words[at]]
	kept := slices.DeleteFunc(slices.Clone(all), func(e *evidence.Evidence) bool {
		return !followsAny(e, q, event, words.to) && !(e.Has(words.alone) && hasAny(e, event))
	})
	if len(kept) == 0 {
		return all
	}
	return kept
}

// sequenceAt is where a question of what happened says "after" or "before"; else -1.
func sequenceAt(q *question.Question) int {
	if len(q.Words) < 4 || !q.AsksWhatHappened() {
		return -1
	}
	return slices.IndexFunc(q.Words[:4], func(w string) bool { return w == "after" || w == "before" })
}

// followsAny reports whether a word for one of some terms stands close behind one of a
// set.
func followsAny(e *evidence.Evidence, q *question.Question, terms []int, set map[string]bool) bool {
	words := e.Words()
	for i := range words {
		if set[words[i].Norm] && q.TellsAny(terms, evidence.Unbroken(words[i+1:min(len(words), i+1+sequenceReach)])) {
			return true
		}
	}
	return false
}

// hasAny reports whether the sentence, or what stands around it, has one of some terms.
func hasAny(e *evidence.Evidence, terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.Context[t] > 0 })
}
