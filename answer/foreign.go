package answer

import (
	"slices"

	"sherpa/retrieval"
)

const (
	// foreignWorth is what a sentence loses, in log odds, whose article has none of the
	// names of a question, where another one has.
	foreignWorth = -2.0
	// foreignShare is the share of the question's weight that those names have at the least.
	foreignShare = 0.25
	// severalStories is how many articles were found at the least where they tell of several
	// matters: of few, all are on one.
	severalStories = 8
	// leastNameLength is the length of a word that may be a name which is typed small.
	leastNameLength = 4
)

// pushForeign lowers the sentences of articles that have none of the names of a short
// question: what another firm earned is told in the same words.
func pushForeign(q *question, list []evidence) {
	if len(list) == 0 || q.Length() > 0 {
		return
	}
	names := q.tellingNames(list)
	q.ownNames = names
	if q.total == 0 || q.weightOf(names) < foreignShare*q.total {
		return
	}
	own, some := map[string]bool{}, false
	for i := range list {
		e := &list[i]
		has := slices.ContainsFunc(names, func(t int) bool { return e.inPassage(q)[t] > 0 })
		own[e.article()] = own[e.article()] || has
		some = some || has
	}
	if !some || len(own) < severalStories {
		return
	}
	for i := range list {
		if !own[list[i].article()] {
			list[i].score += foreignWorth
		}
	}
}

// weightOf is the weight of some terms together.
func (q *question) weightOf(terms []int) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += q.weight[t]
	}
	return sum
}

// tellingNames are the terms of which not everything is and that no list of words has: names,
// and what the articles write with a capital wherever it stands, as they do a firm of which
// only titles tell.
func (q *question) tellingNames(list []evidence) []int {
	var names []int
	for t := range q.terms {
		term := &q.terms[t]
		if term.IDF <= everywhere || len(term.Groups) > 0 || term.Verbal {
			continue
		}
		if term.Name || len(term.Norm) >= leastNameLength && hasCapitals(list, term) {
			names = append(names, t)
		}
	}
	return names
}

// hasCapitals reports whether a term stands in the passages and their titles, and everywhere
// with a capital.
func hasCapitals(list []evidence, term *retrieval.Term) bool {
	found := false
	for i := range list {
		if list[i].at > 0 {
			continue // its passage was looked at
		}
		p := list[i].passage()
		for _, words := range [2][]retrieval.Word{p.Title, p.Words} {
			for k := range words {
				if !term.Matches(words[k]) {
					continue
				}
				if !words[k].IsCapital() {
					return false
				}
				found = true
			}
		}
	}
	return found
}
