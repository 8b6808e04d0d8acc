package answer

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// denies reports whether the sentence denies what is asked about: that leaders
// "had not met since one came to the White House" does not tell where they met.
// "Not until May" tells when, and "not since 2015" tells when it was last.
func (e *evidence) denies(q *question) bool {
	if q.has(lexicon.NotCues) || q.has(lastWords) || e.has(untilWords) {
		return false
	}
	words := e.words()
	for i, w := range words {
		if !lexicon.VerbCues[w.Norm] || i+1 < len(words) && lexicon.IdleAfter[words[i+1].Norm] {
			continue
		}
		if slices.ContainsFunc(words[i+1:min(len(words), i+1+denialReach)], q.asksWord) {
			return true
		}
	}
	return false
}

// deniesAround reports whether the clause around a span denies it or what is asked about,
// in whatever words: for how long two "did not speak" is not how long they talked.
func (e *evidence) deniesAround(q *question, at text.Span) bool {
	if q.has(lexicon.NotCues) {
		return false
	}
	words := e.clauseAround(at)
	for i := range words {
		if !lexicon.VerbCues[words[i].Norm] {
			continue
		}
		for k := i + 1; k < min(len(words), i+1+denialReach); k++ {
			if words[k].Start == at.Start || len(q.matches(&words[k])) > 0 {
				return true
			}
		}
	}
	return false
}

// isDenied reports whether a word just before the candidate denies it, as "no" before
// "formal agreement" does: cut off from it, the candidate says the opposite.
func (c candidate) isDenied(q *question) bool {
	if q.has(lexicon.NotCues) || q.has(denials) {
		return false
	}
	words, at := c.from.words(), c.first-1
	if at > 0 && (isArticle(words[at].Norm) || words[at].Norm == "any") {
		at--
	}
	if at > 0 && words[at].Norm == "out" && ruling[words[at-1].Norm] {
		return !q.has(ruling) // who rules a tariff out does not want one
	}
	return at >= 0 && denying[words[at].Norm]
}

// denialReach is how many words after "not" stands what is denied: "had not yet
// met".
const denialReach = 3

var (
	lastWords  = wordSet(`last before previous previously since`)
	untilWords = wordSet(`until till before`)
)
