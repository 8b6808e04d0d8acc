package evidence

import (
	"slices"

	"sherpa/answer/question"
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
)

// pushForeign lowers the sentences of articles that have none of the names of a short
// question: what another firm earned is told in the same words.
func pushForeign(q *question.Question, list []Evidence) {
	if len(list) == 0 || q.Length() > 0 {
		return
	}
	names := q.TellingNames()
	q.OwnNames = names
	if q.Total == 0 || q.WeightOf(names) < foreignShare*q.Total {
		return
	}
	own, some := map[string]bool{}, false
	for i := range list {
		e := &list[i]
		has := slices.ContainsFunc(names, func(t int) bool { return e.InPassage(q)[t] > 0 })
		own[e.Article()] = own[e.Article()] || has
		some = some || has
	}
	if !some || len(own) < severalStories {
		return
	}
	q.OwnArticles = own
	for i := range list {
		if IsForeign(q, &list[i]) {
			list[i].Score += foreignWorth
		}
	}
}

// IsForeign reports whether the article of a sentence has none of the question's names,
// where another one has.
func IsForeign(q *question.Question, e *Evidence) bool {
	return q.OwnArticles != nil && !q.OwnArticles[e.Article()]
}
