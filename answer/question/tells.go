package question

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// TellsMatter reports whether a match has any of what the question is about, beside
// names and light verbs.
func (q *Question) TellsMatter(m []float64) bool {
	for t := range m {
		if m[t] > 0 && (!lexicon.LightVerbs[q.Terms[t].Stem] || len(q.Terms) == 1) && (!q.Terms[t].Name || q.OnlyNames) {
			return true
		}
	}
	return false
}

// IsRepeated reports whether half of the words or more are the question's, or they have
// all of it: that something happened is no reason for it.
func (q *Question) IsRepeated(words []retrieval.Word) bool {
	said, asked := 0, 0
	for i := range words {
		if !words[i].Stop {
			said++
			asked += int(Indicator(len(q.Matches(&words[i])) > 0))
		}
	}
	return 2*asked >= said || q.Cover(q.Match(words)) == 1
}

// TellsAny reports whether words have any of some terms, or a word related to one.
func (q *Question) TellsAny(terms []int, words []retrieval.Word) bool {
	for i := range words {
		if slices.ContainsFunc(q.Matches(&words[i]), func(m TermMatch) bool { return slices.Contains(terms, m.Term) }) {
			return true
		}
	}
	return false
}
