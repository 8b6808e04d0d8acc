package disagreement

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// Who tells something is not whom it is about: "Ann said that the bridge was shut" and "the bridge
// was open, said Bob" are of one bridge.

// afterTeller are the words behind "somebody said that", or all where there is none.
func afterTeller(words []retrieval.Word) []retrieval.Word {
	for i := len(words) - 1; i > 0; i-- {
		if words[i].Norm == "that" && slices.ContainsFunc(words[max(0, i-tellerReach):i], isSaying) {
			return words[i+1:]
		}
	}
	return words
}

// tellerReach is how many words from the verb "that" may stand: "told this station that".
const tellerReach = 3

// withoutTeller are the words of the clause of an account without those that say who tells it.
func withoutTeller(s Account) []retrieval.Word {
	words := afterTeller(s.From.ClauseWords(s.at))
	behind := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= s.at.End })
	if behind >= 0 && slices.ContainsFunc(words[behind:], isSaying) {
		return words[:behind]
	}
	return words
}

func isSaying(w retrieval.Word) bool { return lexicon.Saying[w.Stem] }
