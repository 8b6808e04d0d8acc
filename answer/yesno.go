package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// polarity is what a sentence says of the question.
type polarity int

const (
	unsaid polarity = iota
	affirmed
	denied
	conceived // only spoken of as possible
)

// What a clause must have of the question's weight to decide it. A yes needs
// more: it must be the same thing that happened, while a no may deny it in other
// words.
const (
	affirmCover = 0.6
	denyCover   = 0.33
	// conceiveCover keeps what is only hoped of something else from counting.
	conceiveCover = 0.5
)

// decideMargin is how far below the best sentence's score a sentence may lie that
// decides a yes/no question.
const decideMargin = 9

// yesOrNo is the short answer to a yes/no question, from the sentence that
// matches best; sentences that only speak of possibilities come last.
func yesOrNo(q *question, best []*evidence) string {
	if told := everWas(q, best); told != "" {
		return told
	}
	floor := best[0].score - decideMargin
	var found [conceived + 1]*evidence
	for _, e := range best {
		if e.score < floor {
			break
		}
		if p := e.polarity(q); found[p] == nil || e.scopeCover(q) > found[p].scopeCover(q)+coverStep {
			found[p] = e
		}
	}
	verdict := decide(q, found[:])
	if verdict == unsaid {
		return ""
	}
	moveFirst(best, found[verdict])
	return verdictText(q, verdict)
}

// coverStep is how much more of the question a sentence must cover to count more
// than one that ranks before it.
const coverStep = 0.15

// decide weighs the best sentence of each polarity. A denial says of what it
// speaks; an affirmation may only have its words: of two that cover the question
// alike, the denial counts.
func decide(q *question, found []*evidence) polarity {
	yes, no := found[affirmed], found[denied]
	switch {
	case yes == nil && no == nil:
		if found[conceived] != nil {
			return conceived
		}
		return unsaid
	case no == nil:
		return affirmed
	case yes == nil:
		return denied
	case yes.scopeCover(q) > no.scopeCover(q)+coverStep:
		return affirmed
	}
	return denied
}

// scopeCover is the share of the question's weight in the clause that has most.
func (e *evidence) scopeCover(q *question) float64 {
	scope := e.scope(q)
	return q.cover(q.match(e.words()[scope.Start:scope.End]))
}

func verdictText(q *question, p polarity) string {
	if p == conceived {
		return "Not reported"
	}
	if (p == affirmed) != q.has(negations) {
		return "Yes"
	}
	return "No"
}

// polarity reads the clauses that speak of the question's matter: a negation or
// a denial in them makes it a no.
func (e *evidence) polarity(q *question) polarity {
	words := e.words()
	scope := e.scope(q)
	if scope.Len() == 0 {
		return unsaid
	}
	no, modal := false, false
	for _, w := range words[scope.Start:scope.End] {
		no = no || negations[w.Norm] || denials[w.Norm] && !q.asksWord(w) && (w.Norm != "unresolved" || q.asksOfEnd())
		modal = modal || isModal(w)
	}
	cover := e.scopeCover(q)
	switch {
	case modal && !q.has(modals) && cover >= conceiveCover:
		return conceived
	case modal && !q.has(modals):
		return unsaid
	case no && cover >= denyCover:
		return denied
	case !no && cover >= affirmCover:
		return affirmed
	}
	return unsaid
}

// asksOfEnd reports whether the question asks if something was settled: of nothing else
// "unresolved" is a denial.
func (q *question) asksOfEnd() bool {
	return slices.ContainsFunc(q.terms, func(t retrieval.Term) bool { return settling[t.Stem] })
}

var settling = text.StemSet(`resolve resolved resolution settle settled solve solved solution end ended agree agreed agreement deal reach reached decide decided clear issue question`)

// scope is the run of clauses that together hold the best part of what the
// sentence matches, as a range of its words.
func (e *evidence) scope(q *question) text.Span {
	words := e.words()
	best, bestCover := text.Span{}, 0.0
	for _, c := range e.clauses() {
		if cover := q.cover(q.match(words[c.Start:c.End])); cover > bestCover {
			best, bestCover = c, cover
		}
	}
	return best
}
