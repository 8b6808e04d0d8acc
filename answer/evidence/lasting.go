package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Not every duration beside an event is how long it lasted: "the worst war in eighty
// years" and "he could end the war within a day" say something else of it, and "the
// three-year war" says just that.

// isNoLength reports whether a duration only says for how long there was nothing like
// the matter ("the worst in fifty years"), or within what time something is to be done,
// while it is asked how long the matter lasted.
func (e *Evidence) isNoLength(q *question.Question, v value.Value) bool {
	at := e.WordAt(v.Start)
	if v.Kind != value.Duration || at < 1 {
		return false
	}
	if e.isNotice(q, v) || e.isPause(q, at) {
		return true
	}
	words := e.Words()
	c := clause.At(e.Clauses(), at)
	before := words[c.Start:at]
	if v.Ordinal && !slices.ContainsFunc(before, func(w retrieval.Word) bool { return asksMatter(q, w) }) {
		return true // "went on for a third hour" is of what went on
	}
	lasting := q.Has(perfect) || q.Has(lastingWords)
	switch words[at-1].Norm {
	case "within":
		return lasting
	case "in", "for":
		return lasting && slices.ContainsFunc(before, func(w retrieval.Word) bool { return question.Modals[w.Norm] }) ||
			slices.ContainsFunc(before, func(w retrieval.Word) bool { return records[w.Norm] || isSuperlative(w.Norm) })
	}
	return false
}

// isNotice reports whether a duration is that of another noun behind it, whose owner it is:
// "seven days' notice".
func (e *Evidence) isNotice(q *question.Question, v value.Value) bool {
	next := e.WordAt(v.End)
	if next < 0 || !isGenitive(e.Passage().Text[v.Start:e.Words()[next].Start]) {
		return false
	}
	return !asksMatter(q, e.Words()[next])
}

// isPause reports whether a duration is how long the matter did not go on: "stood still for two
// days", "was interrupted for an hour".
func (e *Evidence) isPause(q *question.Question, at int) bool {
	words := e.Words()
	if at < 2 || words[at-1].Norm != "for" || asksMatter(q, words[at-2]) {
		return false
	}
	return pauses[words[at-2].Norm]
}

var pauses = text.WordSet(`still interrupted adjourned suspended paused halted stopped stalled postponed delayed`)

// isGenitive reports whether a text ends in the sign of an owner.
func isGenitive(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "s’") || strings.HasSuffix(s, "s'") || strings.HasSuffix(s, "’s") || strings.HasSuffix(s, "'s")
}

// lastingWords are those with which it is asked how long something lasted.
var lastingWords = text.WordSet(`last lasted lasting`)

// records are words for what there was nothing like.
var records = text.WordSet(`first best worst biggest largest highest lowest longest strongest weakest hottest coldest smallest greatest newest oldest warmest wettest
	sharpest steepest fiercest gravest lightest darkest richest poorest`)

// isSuperlative reports whether a word has an ending that only superlatives have.
func isSuperlative(norm string) bool { return strings.HasSuffix(norm, "iest") && norm != "priest" }

// agesMatter reports whether an age is how long the matter of the question has lasted:
// that of "the three-year-old war".
func (e *Evidence) agesMatter(q *question.Question, v value.Value) bool {
	return q.Kind == retrieval.KindDuration && v.Kind == value.Duration && v.Role == value.Age && q.Has(perfect) && e.measuresMatter(q, v)
}

// measuresMatter reports whether a duration belongs to the noun right behind it, which
// is what the question asks about: "the 17-day strike".
func (e *Evidence) measuresMatter(q *question.Question, v value.Value) bool {
	next := e.WordAt(v.End)
	return next > 0 && strings.Contains(v.Of(e.Passage().Text), "-") && asksMatter(q, e.Words()[next])
}

// agesAnother reports whether an age belongs to the noun right behind it, which is neither
// what the question asks about nor somebody: nobody is as old as "the three-year-old war".
func (e *Evidence) agesAnother(q *question.Question, v value.Value) bool {
	next := e.WordAt(v.End)
	if v.Role != value.Age || next < 0 || !strings.Contains(v.Of(e.Passage().Text), "-") || !e.Beside(v.End, e.Words()[next].Start) {
		return false
	}
	w := e.Words()[next]
	return !w.Stop && !w.IsCapital() && question.ClassOfNoun(w.Norm) != question.NounPeople && len(q.Matches(&w)) == 0
}

// Lasted is the noun that a duration is said to be of ("after nine hours of talks"), or
// nil.
func (e *Evidence) Lasted(v value.Value) *retrieval.Word {
	words, at := e.Words(), e.WordAt(v.End)
	if v.Kind != value.Duration || at < 0 || at+1 >= len(words) || words[at].Norm != "of" {
		return nil
	}
	return &words[at+1]
}
