package answer

import (
	"slices"

	"sherpa/answer/lexicon"
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

// denialReach is how many words after "not" stands what is denied: "had not yet
// met".
const denialReach = 3

var (
	lastWords  = wordSet(`last before previous previously since`)
	untilWords = wordSet(`until till before`)
)
