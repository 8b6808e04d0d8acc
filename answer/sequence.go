package answer

import (
	"slices"

	"sherpa/retrieval"
)

// "What happened after the summit?" asks for what is said to be after it: sentences that
// only tell of the summit are no answer where others say so.

// sequences are the words that put something before or after what follows them, and those
// that put it before or after what went before.
var sequences = map[string]struct{ to, alone map[string]bool }{
	"after":  {wordSet(`after following since`), wordSet(`afterwards afterward subsequently`)},
	"before": {wordSet(`before until prior ahead`), wordSet(`beforehand`)},
}

// sequenceReach is how many words behind "after" stands after what.
const sequenceReach = 4

// inSequence leaves only the sentences that say that something was after what the question
// names, or before it, if it asks for that and there are any.
func inSequence(q *question, all []*evidence) []*evidence {
	at := q.sequenceAt()
	if at < 0 {
		return all
	}
	var event []int
	for t := range q.terms {
		if q.terms[t].At > at && !q.isLight(t) {
			event = append(event, t)
		}
	}
	words := sequences[q.Words[at]]
	kept := slices.DeleteFunc(slices.Clone(all), func(e *evidence) bool {
		return !e.followsAny(q, event, words.to) && !(e.has(words.alone) && e.hasAny(event))
	})
	if len(kept) == 0 {
		return all
	}
	return kept
}

// sequenceAt is where a question of what happened says "after" or "before"; else -1.
func (q *question) sequenceAt() int {
	if len(q.Words) < 4 || !q.asksWhatHappened() {
		return -1
	}
	return slices.IndexFunc(q.Words[:4], func(w string) bool { return w == "after" || w == "before" })
}

// followsAny reports whether a word for one of some terms stands close behind one of a
// set.
func (e *evidence) followsAny(q *question, terms []int, set map[string]bool) bool {
	words := e.words()
	for i := range words {
		if set[words[i].Norm] && q.tellsAny(terms, unbroken(words[i+1:min(len(words), i+1+sequenceReach)])) {
			return true
		}
	}
	return false
}

// unbroken are the words up to the first comma or other mark.
func unbroken(words []retrieval.Word) []retrieval.Word {
	for i := 1; i < len(words); i++ {
		if words[i].Start > words[i-1].End+1 {
			return words[:i]
		}
	}
	return words
}

// hasAny reports whether the sentence, or what stands around it, has one of some terms.
func (e *evidence) hasAny(terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.context[t] > 0 })
}
