package short

import (
	"slices"
	"strings"

	"sherpa/answer/candidate"
	"sherpa/answer/clause"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Answer is the span that answers, or "" where the question has none.
func Answer(q *question.Question, best []*evidence.Evidence) string {
	e := best[0]
	if thing := candidate.CalledTerm(q); thing >= 0 {
		return called(q, thing, best)
	}
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		if vs := e.Attached(q); len(vs) > 0 {
			return vs[0].Of(e.Passage().Text)
		}
	case retrieval.KindPerson:
		if doer, ok := e.Credited(q); ok {
			return doer.Of(e.Passage().Text)
		}
		return Nearest(e, q, e.Persons(q))
	case retrieval.KindPlace:
		return place(q, best)
	case retrieval.KindReason:
		return e.Reason(q)
	case retrieval.KindManner:
		return e.Way()
	}
	return ""
}

// Nearest is the span whose surroundings match the question best; of equal
// ones the first.
func Nearest(e *evidence.Evidence, q *question.Question, spans []text.Span) string {
	best, bestScore := "", -1.0
	for i, sp := range spans {
		score := q.Cover(q.Match(slices.Concat(e.ClauseAround(sp), relativeBehind(e, sp)))) - 0.02*float64(i)
		if score > bestScore {
			best, bestScore = sp.Of(e.Passage().Text), score
		}
	}
	return strings.TrimSpace(best)
}

// relativeBehind is the relative clause that tells of what ends right before it: "for Ann, who
// wants to mediate".
func relativeBehind(e *evidence.Evidence, at text.Span) []retrieval.Word {
	words := e.Words()
	next := e.WordAt(at.End)
	if next < 0 || words[next].Norm != "who" {
		return nil
	}
	return words[next:clause.At(e.Clauses(), next).End]
}

const (
	// MaxStatements is how many statements an answer has at the most.
	MaxStatements = 3
	// MaxStatement is the length of a statement at the most, in bytes.
	MaxStatement = 350
	// MaxCitations is how many articles are cited for one statement.
	MaxCitations = 5
	// KeepMargin is how far below the best sentence's score a further statement
	// may lie. The scores are log odds.
	KeepMargin = 4.0
	// SameMargin is how far below it a sentence may lie that says the same as a statement.
	SameMargin = 5.0
	// KeepCover is the share of the best sentence's cover, with its
	// surroundings, that a further statement must have.
	KeepCover = 0.35
)
