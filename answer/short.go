package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// shortAnswer is the span that answers, or "" where the question has none.
func shortAnswer(q *question, best []*evidence) string {
	e := best[0]
	if thing := q.calledTerm(); thing >= 0 {
		return q.called(thing, best)
	}
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		if vs := e.attached(q); len(vs) > 0 {
			return vs[0].Of(e.passage().Text)
		}
	case retrieval.KindPerson:
		if doer, ok := e.credited(q); ok {
			return doer.Of(e.passage().Text)
		}
		return e.nearest(q, e.persons(q))
	case retrieval.KindPlace:
		return place(q, best)
	case retrieval.KindReason:
		return e.reason(q)
	case retrieval.KindManner:
		return e.way()
	}
	return ""
}

// nearest is the candidate whose surroundings match the question best; of equal
// ones the first.
func (e *evidence) nearest(q *question, spans []text.Span) string {
	best, bestScore := "", -1.0
	for i, sp := range spans {
		score := q.cover(q.match(slices.Concat(e.clauseAround(sp), e.relativeBehind(sp)))) - 0.02*float64(i)
		if score > bestScore {
			best, bestScore = sp.Of(e.passage().Text), score
		}
	}
	return strings.TrimSpace(best)
}

// relativeBehind is the relative clause that tells of what ends right before it: "for Ann, who
// wants to mediate".
func (e *evidence) relativeBehind(at text.Span) []retrieval.Word {
	words := e.words()
	next := e.wordAt(at.End)
	if next < 0 || words[next].Norm != "who" {
		return nil
	}
	return words[next:clause.At(e.clauses(), next).End]
}
