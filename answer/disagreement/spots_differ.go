package disagreement

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// spotsDiffer finds two articles that put one event into different places that are
// no names: "in the cellar", "in the kitchen". Of places of different size one may
// lie in the other, so only those of one size exclude each other.
func spotsDiffer(q *question.Question, m *Matters) *Difference {
	var all []Account
	for _, e := range m.Best {
		if s, ok := spot(e, q); ok {
			all = append(all, s)
		}
	}
	return firstOpposed("place", m, all, all, func(a, b Account) bool {
		return InCommon(a.words, b.words) == 0 && sizeOf(a) == sizeOf(b) && !speaksOfAny(a.From, b.own(a)) && !speaksOfAny(b.From, a.own(b)) && !contrasts(a.From, b.From)
	})
}

// spot is the only place of the sentence, in a clause with all that the question says
// of what happened.
func spot(e *evidence.Evidence, q *question.Question) (Account, bool) {
	var found []Account
	for _, clause := range eventClauses(e, q) {
		if slices.ContainsFunc(clause, IsDenying) {
			continue
		}
		for i := range clause {
			if !spotLeads[clause[i].Norm] {
				continue
			}
			if s, ok := spotAfter(e, q, clause[i+1:]); ok {
				found = append(found, s)
			}
		}
	}
	if len(found) != 1 {
		return Account{}, false
	}
	return found[0], true
}

// spotAfter is the place that the words after a preposition name: up to its noun, at
// most three words on.
func spotAfter(e *evidence.Evidence, q *question.Question, words []retrieval.Word) (Account, bool) {
	for i, w := range words[:min(len(words), spotWords)] {
		if i > 0 && !e.Beside(words[i-1].End, w.Start) || spotLeads[w.Norm] {
			break
		}
		if spotSizes[w.Norm] == 0 || q.AsksWord(w) {
			continue
		}
		return Account{From: e, at: text.Span{Start: words[0].Start, End: w.End}, words: map[string]bool{w.Stem: true}}, true
	}
	return Account{}, false
}

// spotWords is how many words a place has at the most, up to its noun.
const spotWords = 5

// sizeOf is how large the place of an account is.
func sizeOf(s Account) int {
	for _, w := range text.Words(s.text()) {
		if size := spotSizes[w.Norm]; size > 0 {
			return size
		}
	}
	return 0
}

var (
	spotLeads = text.WordSet(`in at inside outside on under behind near beside`)
	spotSizes = sizes(
		`kitchen cellar basement attic bathroom bedroom office garage lobby corridor roof balcony lot yard boardroom courtroom classroom locker wardrobe drawer`,
		`hotel restaurant school church hospital library museum theatre theater courthouse prison factory warehouse station airport bank supermarket barn mill castle pub café cafe
			bar villa apartment house farm`,
		`beach forest park field square harbour harbor port market lake river island mountain`,
	)
)

// sizes numbers lists of words from 1.
func sizes(lists ...string) map[string]int {
	m := map[string]int{}
	for i, list := range lists {
		for w := range text.WordSet(list) {
			m[w] = i + 1
		}
	}
	return m
}
