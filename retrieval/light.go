package retrieval

import "sherpa/internal/text"

// lightPhrases are verbs of two words, by their second word, and the one word
// that says the same; empty where the verb says nothing. The noun in them means
// nothing by itself: who asks where something "took place" does not ask about a
// place.
var lightPhrases = map[string]string{"place": "", "part": "participate"}

var takes = set(`take takes took taken taking`)

// withPhrases are verbs that mean to accompany when "with" follows, or "along" where it is
// asked who did.
var withPhrases = set(`come comes came go goes went travel travelled traveled bring brought arrive arrived fly flew`)

// whoAskers ask for somebody.
var whoAskers = set(`who which`)

// beings say nothing but that somebody was: "who was with" asks who accompanied,
// "who was present" who attended.
var (
	beings    = set(`is are was were`)
	whoBeings = map[string]string{"with": "accompany", "present": "attend"}
)

// lightPhrase returns what the word at i is replaced by if it ends such a
// phrase ("take part"), also with a word between ("take no part").
func lightPhrase(words []text.Word, i int) (string, bool) {
	if i > 0 && withPhrases[words[i].Norm] && i+1 < len(words) && (words[i+1].Norm == "with" || words[i+1].Norm == "along" && whoAskers[words[0].Norm]) {
		return "accompany", true
	}
	if verb, ok := whoBeings[words[i].Norm]; ok && i > 1 && beings[words[i-1].Norm] && asksWho(words[:i-1]) {
		return verb, true
	}
	verb, ok := lightPhrases[words[i].Norm]
	if !ok {
		return "", false
	}
	for k := max(0, i-2); k < i; k++ {
		if takes[words[k].Norm] {
			return verb, true
		}
	}
	return "", false
}

// asksWho reports whether the words end in "who" or "who else".
func asksWho(words []text.Word) bool {
	last := len(words) - 1
	return words[last].Norm == "who" || last > 0 && words[last].Norm == "else" && words[last-1].Norm == "who"
}
