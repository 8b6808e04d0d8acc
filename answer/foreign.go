package answer

import "slices"

const (
	// foreignWorth is what a sentence loses, in log odds, whose article has none of the
	// names of a question, where another one has.
	foreignWorth = -2.0
	// foreignShare is the share of the question's weight that those names have at the least.
	foreignShare = 0.25
	// severalStories is how many articles were found at the least where they tell of several
	// matters: of few, all are on one.
	severalStories = 8
)

// pushForeign lowers the sentences of articles that have none of the names of a short
// question: what another firm earned is told in the same words.
func pushForeign(q *question, list []evidence) {
	if len(list) == 0 || q.Length() > 0 {
		return
	}
	names := q.tellingNames()
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
	q.ownArticles = own
	for i := range list {
		if q.isForeign(&list[i]) {
			list[i].score += foreignWorth
		}
	}
}

// isForeign reports whether the article of a sentence has none of the question's names,
// where another one has.
func (q *question) isForeign(e *evidence) bool {
	return q.ownArticles != nil && !q.ownArticles[e.article()]
}

// weightOf is the weight of some terms together.
func (q *question) weightOf(terms []int) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += q.weight[t]
	}
	return sum
}

// tellingNames are the terms that can only be names, without the first names of those who are
// named whole: others have them, too.
func (q *question) tellingNames() []int {
	var names []int
	for t := range q.terms {
		isFirst := t+1 < len(q.terms) && q.terms[t+1].OnlyName && q.terms[t+1].At == q.terms[t].At+1 && (t == 0 || !q.terms[t-1].OnlyName)
		if q.terms[t].OnlyName && !isFirst {
			names = append(names, t)
		}
	}
	return names
}
