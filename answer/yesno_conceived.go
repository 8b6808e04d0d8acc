package answer

import (
	"slices"
	"strings"

	"sherpa/retrieval"
)

// What a clause only supposes, plans or fears is not therefore so.

// supposedIn reports whether a clause only supposes something, unless the question does
// so, too: "if no deal was reached".
func (q *question) supposedIn(clause []retrieval.Word) bool {
	return (!q.has(supposing) || q.isAhead()) && slices.ContainsFunc(clause, func(w retrieval.Word) bool { return supposing[w.Norm] })
}

// supposing begin a clause that only supposes.
var supposing = wordSet(`if unless whether`)

// isOpinion reports whether the question asks what will be, and the sentence tells what
// somebody thinks of that, or that somebody doubts what it tells.
func (e *evidence) isOpinion(q *question) bool {
	return q.isAhead() && e.has(opinions) || e.tellsDoubt()
}

// tellsDoubt reports whether the sentence tells what somebody doubts: "experts doubt that it
// can be sold".
func (e *evidence) tellsDoubt() bool {
	words := e.words()
	for i := 1; i < len(words); i++ {
		if doubted[words[i].Norm] && doubts[words[i-1].Norm] {
			return true
		}
	}
	return false
}

var (
	doubts  = wordSet(`doubt doubts doubted doubting doubtful sceptical skeptical`)
	doubted = wordSet(`that whether if`)
)

var opinions = wordSet(`think thinks thought believe believes believed hope hopes hoped fear fears feared predict predicts predicted doubt doubts doubted guess guesses`)

// conceivedIn reports whether a clause speaks of the matter as possible only: the
// word for that stands before it and the verb, or says so of what goes before ("is
// planned").
func (q *question) conceivedIn(d *askedDeed, clause []retrieval.Word) bool {
	for i := range clause {
		switch w := &clause[i]; {
		case d.verb >= 0 && q.tellsAny([]int{d.verb}, clause[i:i+1]):
			noun := isGerund(clause, i) // "a second meeting could come next"
			return isAim(clause, i) || slices.ContainsFunc(clause[i:], func(w retrieval.Word) bool { return afterthoughts[w.Norm] || noun && isModal(w) })
		case afterthoughts[w.Norm], asksFor(clause[i:]), modals[w.Norm] && isModal(*w) && q.matchedIn(clause[i+1:]):
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

var aims = wordSet(`claim claims claimed claiming seeking hoping trying try tries tried attempt attempts attempted attempting bid effort efforts struggle struggled path way ways means option options
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
		slices.ContainsFunc(clause[max(0, i-3):i], func(w retrieval.Word) bool { return classWords[w.Norm] == wcDeterminer })
}

// afterthoughts are the words that may say of what goes before that it is only
// possible.
var afterthoughts = wordSet(`uncertain unclear planned expected scheduled proposed intended possible`)

// matchedIn reports whether any of the words stands for a term that is no name.
func (q *question) matchedIn(words []retrieval.Word) bool {
	for i := range words {
		if slices.ContainsFunc(q.matches(&words[i]), func(m termMatch) bool { return !q.terms[m.term].Name }) {
			return true
		}
	}
	return false
}
