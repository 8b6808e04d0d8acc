package gate

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// unattached is what a value counts as missing that stands in the sentence but in
// a clause about something else.
const unattached = 0.4

// lacking says how much a date, duration or number is missing that the question
// asks for.
func lacking(e *evidence.Evidence, q *question.Question, missing bool) float64 {
	switch {
	case !missing || len(evidence.ValueKinds[q.Kind]) == 0:
		return 0
	case len(e.TypedValues(q)) > 0:
		return unattached
	}
	return 1
}

// unnamedShare is what a missing name counts for: who did something may be told
// without one ("the voters").
const unnamedShare = 0.4

// nameless says how much a name, role, list or quotation is missing.
func nameless(q *question.Question, missing bool) float64 {
	kind := q.Kind
	switch {
	case !missing:
		return 0
	case q.AsksName:
		return 1
	case kind == retrieval.KindPerson || kind == retrieval.KindPlace, kind == retrieval.KindWhoIs && q.OnlyNames:
		return unnamedShare // who somebody is, what he did may tell
	case kind == retrieval.KindQuotation && len(q.Speaker) == 0:
		return 0 // what is said of something need not be quoted
	case kind == retrieval.KindQuotation || kind == retrieval.KindWhoIs || kind == retrieval.KindList || kind == retrieval.KindOrganisation:
		return 1
	}
	return 0
}

// focusAbsent reports whether no sentence has a word of what is asked for by name:
// "which hotel", "what colour".
func focusAbsent(q *question.Question, all []*evidence.Evidence) bool {
	for t := range q.Terms {
		if q.FocusStems[q.Terms[t].Stem] && !evidence.AnyMatch(all, t) {
			return true
		}
	}
	return false
}

// bare reports whether the sentences have no word of the question itself, but
// names that stand everywhere and words that are only related.
func bare(q *question.Question, all []*evidence.Evidence) bool {
	for _, e := range all {
		for t, m := range e.Matched {
			if m == 1 && !q.IsLight(t) && (!q.Terms[t].Name || q.Terms[t].IDF > evidence.Everywhere) {
				return false
			}
		}
	}
	return true
}

// mostCover is the largest share of the question's weight that one sentence has.
func mostCover(q *question.Question, all []*evidence.Evidence) float64 {
	most := 0.0
	for _, e := range all {
		most = max(most, q.Cover(e.Matched))
	}
	return most
}

// unknownShare is the share of the question's weight in words that neither the
// corpus has nor any sentence relates to.
func unknownShare(q *question.Question, all []*evidence.Evidence) float64 {
	if q.Total == 0 {
		return 1
	}
	sum := 0.0
	for t := range q.Terms {
		if !q.Terms[t].Known && !evidence.AnyMatch(all, t) {
			sum += q.Weight[t]
		}
	}
	return sum / q.Total
}

// strangerReach is how many of the best sentences are searched for a name.
const strangerReach = 12

// stranger reports whether a name of the question is not in the corpus, or a
// number of it not in any of the sentences: another year is another matter.
func stranger(q *question.Question, all []*evidence.Evidence) bool {
	for t := range q.Terms {
		if (q.Terms[t].Name || q.IsNumber(t) || q.IsSmallName(t)) && !evidence.AnyMatch(all, t) && q.Weight[t] > 0 {
			return true
		}
	}
	return false
}

// anyWellMatched reports whether a sentence has term t or a word related to it; a
// word of the same stem but another kind is too little.
func anyWellMatched(all []*evidence.Evidence, t int) bool {
	return slices.ContainsFunc(all, func(e *evidence.Evidence) bool { return e.Matched[t] >= question.RelatedShare })
}

// officeAbsent reports whether the question asks who held an office or had a task
// with somebody ("Who is Ann's tailor?") that no sentence speaks of. "Who is the
// author of …?" is not asked so: a book by somebody needs no word for it.
func officeAbsent(q *question.Question, all []*evidence.Evidence) bool {
	if q.Kind != retrieval.KindPerson || len(q.Words) < 3 || q.Words[0] != "who" || !question.ToBe[q.Words[1]] {
		return false
	}
	for t := range q.Terms {
		if !q.Terms[t].Name && !q.IsLight(t) {
			return isHeld(q, t) && !anyWellMatched(all, t)
		}
	}
	return false
}

// isHeld reports whether term t stands after the name of whose it is.
func isHeld(q *question.Question, t int) bool {
	at := q.Terms[t].At
	if at < 2 || strings.HasSuffix(q.Terms[t].Norm, "ed") {
		return false
	}
	return t > 0 && q.Terms[t-1].Name && q.Terms[t-1].At == at-1
}
