package timeline

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

var (
	futureWords = text.WordSet(`due will shall expire expires expiring expiry expiration upcoming scheduled slated planned plans expected forthcoming approach
		approaches approaching begins starts opens ends
		runs reopens resumes restarts returns`)
	// present are the forms of "be" after which a participle is none of the past: "is
	// sentenced", "can be made".
	present = text.WordSet(`is are be`)
	// bounding lead up to a day that may lie ahead of what is told.
	bounding  = text.WordSet(`until by into`)
	pastWords = text.WordSet(`was were had did has been ago`)
	// notPast are words in -ed that are no verbs in the past, or that speak of
	// what is to come.
	notPast = text.WordSet(`scheduled slated planned expected united need needs indeed speed united hundred hundreds`)
)

// TenseOf reads the tense from the words of a date's clause; the date stands at
// words[first:next].
func TenseOf(words []retrieval.Word, first, next int) value.Tense {
	if first > 0 {
		switch words[first-1].Norm {
		case "last":
			return value.Last
		case "next":
			return value.Next
		}
	}
	past := false
	for i, w := range words {
		if i >= first && i < next {
			continue
		}
		if futureWords[w.Norm] || w.Norm == "next" || w.Norm == "would" && i < first {
			return value.Future
		}
		past = past || isPast(w) && (i == 0 || !present[words[i-1].Norm])
	}
	ends := first > 0 && bounding[words[first-1].Norm]
	switch {
	case past && !ends: // "said that it stays shut until May" may be said of either
		return value.Past
	case ends && !past:
		return value.Future
	}
	return value.TenseUnknown
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
