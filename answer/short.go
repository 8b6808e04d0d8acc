package answer

import (
	"strings"

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
		score := q.cover(q.match(e.clauseAround(sp))) - 0.02*float64(i)
		if score > bestScore {
			best, bestScore = sp.Of(e.passage().Text), score
		}
	}
	return strings.TrimSpace(best)
}
