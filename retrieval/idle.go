package retrieval

import "slices"

// idlePhrases say nothing of what is asked: who asks how something went "in the end"
// does not ask about an end.
var idlePhrases = phraseList(`in the end, at the end of the day, when all is said and done, at all, by any chance, at any point, at some point, at this point,
	at that point, right now, as of now, to date, in fact, in general, in particular, for sure, for real, of all things`)

// oaths stress a question word before them: "Why on earth …?"
var oaths = phraseList(`on earth, in the world, the hell, in hell, the heck, the devil`)

// skipIdle empties the words that say nothing of what is asked, and reads "how come"
// as "why".
func (r *questionReader) skipIdle() {
	if len(r.Words) > 2 && r.Words[0] == "how" && r.Words[1] == "come" {
		r.Words[0], r.Words[1] = "why", ""
	}
	for i := range r.Words {
		n := phraseAt(idlePhrases, r.Words[i:])
		if i > 0 && questionWords[r.Words[i-1]] {
			n = max(n, phraseAt(oaths, r.Words[i:]))
		}
		if n < len(r.Words) {
			clear(r.Words[i : i+n])
		}
	}
}

// phraseAt is the length of the longest phrase that words begin with, or 0.
func phraseAt(phrases [][]string, words []string) int {
	longest := 0
	for _, p := range phrases {
		if len(p) <= len(words) && slices.Equal(words[:len(p)], p) {
			longest = max(longest, len(p))
		}
	}
	return longest
}
