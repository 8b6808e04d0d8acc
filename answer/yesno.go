package answer

import (
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// modals make a sentence speak of what may, should or might be, which says
// nothing of what was.
var modals = wordSet(`would could should may might can will if whether unless hope hopes hoped hoping expect expects expected plan plans planned seek seeks sought
	want wants wanted possible possibly potential potentially suggest suggested propose proposed intend intended aim aims prospect scheduled hinting hinted`)

// polarity is what a sentence says of the question.
type polarity int

const (
	unsaid polarity = iota
	affirmed
	denied
	conceived // only spoken of as possible
)

// yesOrNo is the short answer to a yes/no question, from the sentence that
// matches best; sentences that only speak of possibilities come last.
func yesOrNo(q *question, best []*evidence) string {
	floor := best[0].score - kindMargin
	var decided *evidence
	verdict := unsaid
	for _, e := range best {
		if e.score < floor {
			break
		}
		p := e.polarity(q)
		if p == unsaid || p == conceived && verdict != unsaid {
			continue
		}
		if verdict == unsaid || verdict == conceived && p != conceived {
			verdict, decided = p, e
		}
		if verdict != conceived {
			break
		}
	}
	if decided == nil {
		return ""
	}
	moveFirst(best, decided)
	return verdictText(q, verdict)
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
	modal := false
	for _, w := range words[scope.Start:scope.End] {
		if negations[w.Norm] || denials[w.Norm] && !q.asksWord(w) {
			return denied
		}
		modal = modal || modals[w.Norm]
	}
	if modal && !q.has(modals) {
		return conceived
	}
	return affirmed
}

// asksWord reports whether the question itself has the word.
func (q *question) asksWord(w retrieval.Word) bool {
	for t := range q.terms {
		if q.terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// scope is the run of clauses that together hold the best part of what the
// sentence matches, as a range of its words.
func (e *evidence) scope(q *question) text.Span {
	words := e.words()
	best, bestCover := text.Span{}, 0.0
	for _, c := range e.clauses {
		if cover := q.cover(q.match(words[c.Start:c.End])); cover > bestCover {
			best, bestCover = c, cover
		}
	}
	return best
}
