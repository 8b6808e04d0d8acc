package gate

import (
	"slices"
	"strings"
	"time"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// articlesJoined is how many articles together may answer one question.
const articlesJoined = 3

// together says for each term how well the articles have it that together have
// most of the question: each next one is the one that adds most to those before.
func together(q *question.Question, all []*evidence.Evidence) []float64 {
	articles := byArticle(q, all)
	sum := make([]float64, len(q.Terms))
	for range articlesJoined {
		var next []float64
		most := 0.0
		for _, m := range articles {
			if gain := gain(q, sum, m); gain > most {
				next, most = m, gain
			}
		}
		if next == nil {
			break
		}
		evidence.Raise(sum, next)
	}
	return sum
}

// gain is the weight that a match adds to another.
func gain(q *question.Question, have, m []float64) float64 {
	gain := 0.0
	for t, w := range q.Weight {
		gain += w * max(0, m[t]-have[t])
	}
	return gain
}

// byArticle says for each article how well it has each term: in its sentences,
// its title, its publisher's name and its date, by which such questions name
// articles. The articles come in the order of their best sentences.
func byArticle(q *question.Question, all []*evidence.Evidence) [][]float64 {
	var list [][]float64
	at := map[string]int{}
	for _, e := range all {
		i, seen := at[e.Article()]
		if !seen {
			i = len(list)
			at[e.Article()] = i
			list = append(list, source(q, e))
		}
		evidence.Raise(list[i], wordsThemselves(e.Matched))
	}
	return list
}

// source says how well the title, the publisher and the date of an article have
// each term.
func source(q *question.Question, e *evidence.Evidence) []float64 {
	m := q.Match(e.Passage().Title)
	for _, w := range text.Words(e.Hit.Article.Publisher + " " + spelledDate(e.Hit.Article.Published)) {
		for t := range q.Terms {
			if q.Terms[t].Norm == w.Norm {
				m[t] = 1
			}
		}
	}
	return m
}

// spelledDate writes an article's date as a question would: "5 March 2021".
func spelledDate(date string) string {
	day, _, _ := strings.Cut(date, "T")
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

// wordsThemselves leaves out the terms that only a related word stands for: with
// many words, as such questions have, some word of every article is related to one.
func wordsThemselves(matched []float64) []float64 {
	own := slices.Clone(matched)
	for t, m := range own {
		if m < question.KinShares[text.Family] {
			own[t] = 0
		}
	}
	return own
}
