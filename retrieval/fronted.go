package retrieval

import (
	"slices"
	"strings"

	"sherpa/internal/text"
)

// In a hurry the question word may come last: "they met where?"

var (
	// lastAsking are the question words that may stand at the end, and lastHow the words
	// that do so behind "how".
	lastAsking = set(`what who where when why`)
	lastHow    = set(`long many much old far`)
	// askingAlready are the words with which a question begins that has no other order,
	// or a request that ends in a question word.
	askingAlready = set(`what who whom whose where when why which how did does do is are was were has have had will would can could should tell ask say know guess explain show so and but or`)
)

// actions are the stems of verbs behind which it may stand, beside all that look like a past.
var actions = text.StemSet(`want need get have do go come pay cost last stay take meet mean start end begin happen live die win lose sign agree`)

// isAction reports whether a word looks like a verb that tells what somebody does or did.
func isAction(norm string) bool {
	return strings.HasSuffix(norm, "ed") || !strings.HasSuffix(norm, "s") && text.Base(norm) != norm || actions[text.Stem(norm)]
}

// minFronted and maxFronted are how many words a question has whose question word comes
// last because it was typed in a hurry.
const minFronted, maxFronted = 3, 6

// fronted puts the question word first that stands last.
func fronted(s string) string {
	end := strings.TrimRight(s, "?!. ")
	if last := text.Fold(end[strings.LastIndexByte(end, ' ')+1:]); !lastAsking[last] && !lastHow[last] {
		return s // as most questions
	}
	words := text.Words(s)
	at := len(words) - 1
	if at < minFronted-1 || at >= maxFronted {
		return s
	}
	if lastHow[words[at].Norm] && words[at-1].Norm == "how" {
		at--
	} else if !lastAsking[words[at].Norm] {
		return s
	}
	if asksAlready(s, words[:at]) {
		return s
	}
	asked, before, tail := s[words[at].Start:words[len(words)-1].End], strings.TrimSpace(s[:words[at].Start]), s[words[len(words)-1].End:]
	switch verb := words[at-1]; {
	case at > 1 && toBe[verb.Norm] && words[0].Norm != "it" && words[0].Norm != "that":
		return asked + " " + verb.Text + " " + strings.TrimSpace(s[:verb.Start]) + tail
	case words[len(words)-1].Norm == "old":
		return asked + " is " + before + tail
	case at > 1 && isAction(verb.Norm):
		return asked + " " + before + tail
	}
	return s
}

// asksAlready reports whether the words before the last question word ask themselves, or are
// several sentences.
func asksAlready(s string, words []text.Word) bool {
	asks := func(w text.Word) bool { return lastAsking[w.Norm] || w.Norm == "how" || w.Norm == "which" }
	return askingAlready[words[0].Norm] || slices.ContainsFunc(words, asks) || strings.ContainsAny(s[:words[len(words)-1].End], ",.:;!?\"")
}
