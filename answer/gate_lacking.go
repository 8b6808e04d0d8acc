package answer

import (
	"slices"
	"strings"

	"sherpa/retrieval"
)

// unattached is what a value counts as missing that stands in the sentence but in
// a clause about something else.
const unattached = 0.4

// lacking says how much a date, duration or number is missing that the question
// asks for.
func (e *evidence) lacking(q *question, missing bool) float64 {
	switch {
	case !missing || len(valueKinds[q.Kind]) == 0:
		return 0
	case len(e.typedValues(q)) > 0:
		return unattached
	}
	return 1
}

// unnamed is what a missing name counts for: who did something may be told
// without one ("the voters").
const unnamed = 0.4

// nameless says how much a name, role, list or quotation is missing.
func nameless(q *question, missing bool) float64 {
	kind := q.Kind
	switch {
	case !missing:
		return 0
	case q.asksName:
		return 1
	case kind == retrieval.KindPerson || kind == retrieval.KindPlace, kind == retrieval.KindWhoIs && q.onlyNames:
		return unnamed // who somebody is, what he did may tell
	case kind == retrieval.KindQuotation && len(q.speaker) == 0:
		return 0 // what is said of something need not be quoted
	case kind == retrieval.KindQuotation || kind == retrieval.KindWhoIs || kind == retrieval.KindList || kind == retrieval.KindOrganisation:
		return 1
	}
	return 0
}

// focusAbsent reports whether no sentence has a word of what is asked for by name:
// "which hotel", "what colour".
func (q *question) focusAbsent(all []*evidence) bool {
	for t := range q.terms {
		if q.focus[q.terms[t].Stem] && !anyMatch(all, t) {
			return true
		}
	}
	return false
}

// bare reports whether the sentences have no word of the question itself, but
// names that stand everywhere and words that are only related.
func (q *question) bare(all []*evidence) bool {
	for _, e := range all {
		for t, m := range e.matched {
			if m == 1 && !q.isLight(t) && (!q.terms[t].Name || q.terms[t].IDF > everywhere) {
				return false
			}
		}
	}
	return true
}

// mostCover is the largest share of the question's weight that one sentence has.
func (q *question) mostCover(all []*evidence) float64 {
	most := 0.0
	for _, e := range all {
		most = max(most, q.cover(e.matched))
	}
	return most
}

// unknownShare is the share of the question's weight in words that neither the
// corpus has nor any sentence relates to.
func (q *question) unknownShare(all []*evidence) float64 {
	if q.total == 0 {
		return 1
	}
	sum := 0.0
	for t := range q.terms {
		if !q.terms[t].Known && !anyMatch(all, t) {
			sum += q.weight[t]
		}
	}
	return sum / q.total
}

// strangerReach is how many of the best sentences are searched for a name.
const strangerReach = 12

// stranger reports whether a name of the question is not in the corpus, or a
// number of it not in any of the sentences: another year is another matter.
func (q *question) stranger(all []*evidence) bool {
	for t := range q.terms {
		if (q.terms[t].Name || q.isNumber(t) || q.isSmallName(t)) && !anyMatch(all, t) && q.weight[t] > 0 {
			return true
		}
	}
	return false
}

// isSmallName reports whether term t says who speaks, or what about, and can only be a
// name that was typed small: the lexicon does not know it.
func (q *question) isSmallName(t int) bool {
	return len(q.terms[t].Groups) == 0 && (slices.Contains(q.speaker, t) || len(q.speaker) > 0 && q.wordAt(q.terms[t].At-1) == "about")
}

// isNumber reports whether term t begins with a figure, and is no name like "4players".
func (q *question) isNumber(t int) bool {
	norm := q.terms[t].Norm
	return norm[0] <= '9' && len(strings.TrimLeft(norm, "0123456789")) <= longestUnit
}

// longestUnit is how many letters there are at the most behind a figure ("1920s", "5mph").
const longestUnit = 3

// anyMatch reports whether any sentence has the term.
func anyMatch(all []*evidence, t int) bool {
	for _, e := range all {
		if e.matched[t] > 0 {
			return true
		}
	}
	return false
}

// matchesAny reports whether the sentence has any of some terms.
func (e *evidence) matchesAny(terms []int) bool {
	return slices.ContainsFunc(terms, func(t int) bool { return e.matched[t] > 0 })
}

// anyWellMatched reports whether a sentence has term t or a word related to it; a
// word of the same stem but another kind is too little.
func anyWellMatched(all []*evidence, t int) bool {
	return slices.ContainsFunc(all, func(e *evidence) bool { return e.matched[t] >= relatedShare })
}

// officeAbsent reports whether the question asks who held an office or had a task
// with somebody ("Who is Ann's tailor?") that no sentence speaks of. "Who is the
// author of …?" is not asked so: a book by somebody needs no word for it.
func (q *question) officeAbsent(all []*evidence) bool {
	if q.Kind != retrieval.KindPerson || len(q.Words) < 3 || q.Words[0] != "who" || !toBe[q.Words[1]] {
		return false
	}
	for t := range q.terms {
		if !q.terms[t].Name && !q.isLight(t) {
			return q.isHeld(t) && !anyWellMatched(all, t)
		}
	}
	return false
}

// isHeld reports whether term t stands after the name of whose it is.
func (q *question) isHeld(t int) bool {
	at := q.terms[t].At
	if at < 2 || strings.HasSuffix(q.terms[t].Norm, "ed") {
		return false
	}
	return t > 0 && q.terms[t-1].Name && q.terms[t-1].At == at-1
}

// toBe are the forms of the verb before an office.
var toBe = wordSet(`is was were are`)
