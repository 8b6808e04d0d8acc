package answer

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// tense says on which side of the day of writing a date lies.
type tense int

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture
	// tenseLast and tenseNext exclude the day, week, month or year of writing
	// itself: "last May", "next Friday".
	tenseLast
	tenseNext
)

var (
	futureWords = wordSet(`due will shall expire expires expiring expiry expiration upcoming scheduled slated planned plans planning expected forthcoming approach
		approaches approaching begins starts opens ends`)
	pastWords = wordSet(`was were had did has been ago`)
	// notPast are words in -ed that are no verbs in the past, or that speak of
	// what is to come.
	notPast = wordSet(`scheduled slated planned expected united need needs indeed speed united hundred hundreds`)
)

// tenseOf reads the tense from the words of a date's clause; the date stands at
// words[first:next].
func tenseOf(words []retrieval.Word, first, next int) tense {
	if first > 0 {
		switch words[first-1].Norm {
		case "last":
			return tenseLast
		case "next":
			return tenseNext
		}
	}
	past := false
	for i, w := range words {
		if i >= first && i < next {
			continue
		}
		if futureWords[w.Norm] || w.Norm == "next" {
			return tenseFuture
		}
		past = past || isPast(w)
	}
	switch {
	case past:
		return tensePast
	case first > 0 && (words[first-1].Norm == "until" || words[first-1].Norm == "by"):
		return tenseFuture
	}
	return tenseUnknown
}

// isPast reports whether a word is a verb form of the past, as far as its ending
// tells.
func isPast(w retrieval.Word) bool {
	if pastWords[w.Norm] {
		return true
	}
	if w.IsCapital() || notPast[w.Norm] {
		return false
	}
	return len(w.Norm) > 4 && strings.HasSuffix(w.Norm, "ed") || text.Base(w.Norm) != w.Norm && !strings.HasSuffix(w.Norm, "s")
}
