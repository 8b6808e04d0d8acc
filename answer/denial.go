package answer

import "slices"

// denies reports whether the sentence denies what is asked about: that leaders
// "had not met since one came to the White House" does not tell where they met.
// "Not until May" tells when, and "not since 2015" tells when it was last.
func (e *evidence) denies(q *question) bool {
	if q.has(notCues) || q.has(lastWords) || e.has(untilWords) {
		return false
	}
	words := e.words()
	for i, w := range words {
		if !verbCues[w.Norm] || i+1 < len(words) && idleAfter[words[i+1].Norm] {
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
