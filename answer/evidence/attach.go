package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A value that stands apart in a sentence that matches well belongs to what is
// asked about too, but less surely. Below attachFloor it belongs to something
// else.
const (
	looseShare  = 0.6
	attachFloor = 0.3
)

// Attached are the values of the expected kind that belong to what the question
// asks about, best first.
func (e *Evidence) Attached(q *question.Question) []value.Value {
	var found []value.Value
	best := 0.0
	past := q.Has(Futures) && !e.Has(question.Modals)
	for _, v := range e.TypedValues(q) {
		if past && !e.IsAhead(v) {
			continue // what was does not tell when something will be
		}
		if (q.Kind == retrieval.KindNumber || question.SortOf(v) == question.SortLength) && !e.Counts(q, v) {
			continue
		}
		at := Attach(q, e, v.Span)
		if at == 0 && e.apart(v.Span) {
			at = looseShare * q.Cover(e.Matched)
		}
		if v.Kind == value.Duration && e.measuresMatter(q, v) {
			at = 1
		}
		if e.IsPart(v) && !q.Has(parts) {
			at *= looseShare
		}
		if at < attachFloor || e.isGiven(q, v) || e.DatesSaying(q, v) || !e.isEarlier(q, v) || e.IsOfOtherTime(q, v.Span) || v.Kind == value.Date && e.bounds(q, v.Span) != (q.AskedKind() == retrieval.KindDuration) {
			continue
		}
		if at > best || at == best && len(found) > 0 && q.Kind == retrieval.KindNumber && e.besides(q, v) > e.besides(q, found[0]) {
			best = at
			found = append([]value.Value{v}, found...)
		} else {
			found = append(found, v)
		}
	}
	return found
}

// Futures are the words of a question about what is to come.
var Futures = text.WordSet(`will upcoming next`)

// apart reports whether a value stands in a clause that says nothing else, such
// as a parenthesis.
func (e *Evidence) apart(at text.Span) bool {
	n := 0
	for _, w := range e.ClauseWords(at) {
		if !w.Stop && (w.Start < at.Start || w.Start >= at.End) {
			n++
		}
	}
	return n <= 3
}

// Attach is the share of the question's weight in the clause of a value; 0 if
// the clause has none of what the question is about. Names may stand anywhere in
// the passage: news names people once and goes on about "the talks".
func Attach(q *question.Question, e *Evidence, at text.Span) float64 {
	m := q.Match(e.ClauseAround(at))
	if !q.TellsMatter(m) {
		return 0
	}
	inherit(q, e, m)
	return q.Cover(m)
}

// inherit raises the matches of names to those of the passage.
func inherit(q *question.Question, e *Evidence, m []float64) {
	whole := e.InPassage(q)
	for t := range m {
		if q.Terms[t].Name && q.Terms[t].IDF <= Everywhere {
			m[t] = max(m[t], inheritedShare*whole[t])
		}
	}
}

// inheritedShare is what a name counts for that stands elsewhere in the passage.
const inheritedShare = 0.8

// Settled is the share of the question's weight in the sentence, with the names
// of its passage.
func (e *Evidence) Settled(q *question.Question) float64 {
	m := slices.Clone(e.Matched)
	inherit(q, e, m)
	return q.Cover(m)
}

// IsAhead reports whether a value is a date after the day of writing.
func (e *Evidence) IsAhead(v value.Value) bool {
	if v.Kind != value.Date || e.Written().Known != value.ByDay {
		return false
	}
	when, ok := e.DateOf(v)
	if !ok {
		when = v.When
	}
	return when.Year != 0 && when.First().After(e.Written().Day)
}
