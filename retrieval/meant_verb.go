package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// Some slips are words themselves. Where only a verb can stand, they stand for one.

// meantVerb is the verb that word i is a slip of, or "".
func meantVerb(words []text.Word, i int) string {
	switch {
	case i == 0:
		return ""
	case words[i].Norm == "where" && wereSubjects[nextNorm(words, i)] && asksForState(words[:i]):
		return "were"
	case words[i].Norm == "dose" && questionWords[words[i-1].Norm] && i+1 < len(words):
		return "does"
	case words[i].Norm == "loose" && slices.ContainsFunc(words[:i], func(w text.Word) bool { return beforeVerbs[w.Norm] }):
		return "lose"
	}
	return ""
}

// asksForState reports whether a question has said what is asked for, and its verb is still
// to come: "who", "how high".
func asksForState(words []text.Word) bool {
	switch len(words) {
	case 1:
		return words[0].Norm == "who" || words[0].Norm == "what"
	case 2:
		return words[0].Norm == "how" && !auxiliaries[words[1].Norm] && words[1].Norm != "about"
	}
	return false
}

var (
	// wereSubjects begin the subject of a "were".
	wereSubjects = set(`the they these those you we his her its their`)
	// beforeVerbs are auxiliaries that a verb follows in its plain form.
	beforeVerbs = set(`did does do will would can could should to didn't doesn't don't`)
)
