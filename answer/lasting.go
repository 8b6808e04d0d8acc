package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Not every duration beside an event is how long it lasted: "the worst war in eighty
// years" and "he could end the war within a day" say something else of it, and "the
// three-year war" says just that.

// isNoLength reports whether a duration only says for how long there was nothing like
// the matter ("the worst in fifty years"), or within what time something is to be done,
// while it is asked how long the matter lasted.
func (e *evidence) isNoLength(q *question, v value.Value) bool {
	at := e.wordAt(v.Start)
	if v.Kind != value.Duration || at < 1 {
		return false
	}
	words := e.words()
	c := clause.At(e.clauses(), at)
	before := words[c.Start:at]
	if v.Ordinal && !slices.ContainsFunc(before, q.asksMatter) {
		return true // "went on for a third hour" is of what went on
	}
	lasting := q.has(perfect) || q.has(lastingWords)
	switch words[at-1].Norm {
	case "within":
		return lasting
	case "in", "for":
		return lasting && slices.ContainsFunc(before, func(w retrieval.Word) bool { return modals[w.Norm] }) ||
			slices.ContainsFunc(before, func(w retrieval.Word) bool { return records[w.Norm] || isSuperlative(w.Norm) })
	}
	return false
}

// lastingWords are those with which it is asked how long something lasted.
var lastingWords = wordSet(`last lasted lasting`)

// records are words for what there was nothing like.
var records = wordSet(`first best worst biggest largest highest lowest longest strongest weakest hottest coldest smallest greatest newest oldest warmest wettest
	sharpest steepest fiercest gravest lightest darkest richest poorest`)

// isSuperlative reports whether a word has an ending that only superlatives have.
func isSuperlative(norm string) bool { return strings.HasSuffix(norm, "iest") && norm != "priest" }

// agesMatter reports whether an age is how long the matter of the question has lasted:
// that of "the three-year-old war".
func (e *evidence) agesMatter(q *question, v value.Value) bool {
	return q.Kind == retrieval.KindDuration && v.Kind == value.Duration && v.Role == value.Age && q.has(perfect) && e.measuresMatter(q, v)
}

// measuresMatter reports whether a duration belongs to the noun right behind it, which
// is what the question asks about: "the 17-day strike".
func (e *evidence) measuresMatter(q *question, v value.Value) bool {
	next := e.wordAt(v.End)
	return next > 0 && strings.Contains(v.Of(e.passage().Text), "-") && q.asksMatter(e.words()[next])
}

// agesAnother reports whether an age belongs to the noun right behind it, which is neither
// what the question asks about nor somebody: nobody is as old as "the three-year-old war".
func (e *evidence) agesAnother(q *question, v value.Value) bool {
	next := e.wordAt(v.End)
	if v.Role != value.Age || next < 0 || !strings.Contains(v.Of(e.passage().Text), "-") || !e.beside(v.End, e.words()[next].Start) {
		return false
	}
	w := e.words()[next]
	return !w.Stop && !w.IsCapital() && classOfNoun(w.Norm) != nounPeople && len(q.matches(&w)) == 0
}

// wordAt is the first word of the sentence that begins at an offset or behind it, or -1.
func (e *evidence) wordAt(start int) int {
	return slices.IndexFunc(e.words(), func(w retrieval.Word) bool { return w.Start >= start })
}

// lasted is the noun that a duration is said to be of ("after nine hours of talks"), or
// nil.
func (e *evidence) lasted(v value.Value) *retrieval.Word {
	words, at := e.words(), e.wordAt(v.End)
	if v.Kind != value.Duration || at < 0 || at+1 >= len(words) || words[at].Norm != "of" {
		return nil
	}
	return &words[at+1]
}
