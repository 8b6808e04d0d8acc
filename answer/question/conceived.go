package question

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// ConceivedIn reports whether a clause speaks of the matter as possible only: the
// word for that stands before it and the verb, or says so of what goes before ("is
// planned").
func (q *Question) ConceivedIn(d *AskedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch w := &clause[i]; {
		case d.Verb >= 0 && q.TellsAny([]int{d.Verb}, clause[i:i+1]):
			noun := isGerund(clause, i) // "a second meeting could come next"
			return isAim(clause, i) || slices.ContainsFunc(clause[i:], func(w retrieval.Word) bool { return afterthoughts[w.Norm] || noun && IsModal(w) })
		case afterthoughts[w.Norm], asksFor(clause[i:]), Modals[w.Norm] && IsModal(*w) && q.matchedIn(clause[i+1:]):
			return true
		}
	}
	return false
}

// isAim reports whether the verb at word i of a clause is only what somebody tries, or says
// that he can do: "seeking a way to end the war", "claimed to be able to end it".
func isAim(clause []retrieval.Word, i int) bool {
	return i > 0 && clause[i-1].Norm == "to" && slices.ContainsFunc(clause[:i], func(w retrieval.Word) bool { return aims[w.Norm] })
}

var aims = text.WordSet(`claim claims claimed claiming seeking hoping trying try tries tried attempt attempts attempted attempting bid effort efforts struggle struggled path way ways means option options
	chance opportunity wish wishes wished`)

// asksFor reports whether words begin with a verb for what somebody would like to have:
// "asked for".
func asksFor(words []retrieval.Word) bool {
	return len(words) > 1 && strings.HasPrefix(words[0].Norm, "ask") && words[1].Norm == "for"
}

// isGerund reports whether word i of a clause is a noun in "-ing", with a determiner at
// most two words before it.
func isGerund(clause []retrieval.Word, i int) bool {
	return strings.HasSuffix(clause[i].Norm, "ing") &&
		slices.ContainsFunc(clause[max(0, i-3):i], func(w retrieval.Word) bool { return ClassWords[w.Norm] == ClassDeterminer })
}

// afterthoughts are the words that may say of what goes before that it is only
// possible.
var afterthoughts = text.WordSet(`uncertain unclear planned expected scheduled proposed intended possible`)

// matchedIn reports whether any of the words stands for a term that is no name.
func (q *Question) matchedIn(words []retrieval.Word) bool {
	for i := range words {
		if slices.ContainsFunc(q.Matches(&words[i]), func(m TermMatch) bool { return !q.Terms[m.Term].Name }) {
			return true
		}
	}
	return false
}
