package retrieval

import (
	"regexp"
	"strings"

	"sherpa/internal/text"
)

// A question is read from its question word on, whatever was said to lead to it: much is
// told by which word comes first.

// leadingWords are the words before a question that say nothing.
var leadingWords = set(`so and but also well then hey hi hello yo ok okay um umm uh er like basically anyway btw right`)

// greeting is how a chat is addressed before a question.
var greeting = regexp.MustCompile(`(?i)^(?:hi+|hey+|hello|yo|dear) (?:there|all|everyone|everybody|guys|folks|team|bot|sherpa)\b[ ,!.]*`)

// withoutGreeting is what somebody says behind a greeting; a greeting alone stays.
func withoutGreeting(s string) string {
	m := greeting.FindStringIndex(s)
	if m == nil || text.CountWords(s[m[1]:]) < 2 {
		return s
	}
	return s[m[1]:]
}

// cleft asks in a roundabout way: "who is it that owns the mill".
var cleft = regexp.MustCompile(`(?i)^(who|what)(?:'s| is| was) it (?:that|who) `)

// straight is a question without what leads to its question word, which is asked directly.
func straight(question string) string {
	words := text.Words(question)
	n := 0
	for n < len(words) && leadingWords[words[n].Norm] {
		n++
	}
	if n > 0 && n < len(words) && (questionWords[words[n].Norm] || auxiliaries[words[n].Norm]) {
		question = question[words[n].Start:]
	}
	return cleft.ReplaceAllString(uncontracted(question), "$1 ")
}

// uncontracted writes the verb of "who's" out, which stands first.
func uncontracted(question string) string {
	words := text.Words(question)
	if len(words) < 2 || !questionWords[words[0].Norm] || words[0].End == words[0].Start+len(words[0].Text) {
		return question
	}
	verb := "is"
	if next := words[1].Norm; next == "been" || next == "got" || next == "had" || strings.HasSuffix(next, "ed") {
		verb = "has"
	}
	return words[0].Text + " " + verb + question[words[0].End:]
}
