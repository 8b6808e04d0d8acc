package evidence

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// What a yes/no question asks about is denied where a clause denies a part of it close
// behind the denying word, and no clause tells as much of it.

const (
	// NoReach is how many words after "no" or "nothing" what is denied may stand:
	// "nothing pointed to an immediate ceasefire".
	NoReach = 6
	// DeniedCover is the share of what the question says besides names that a
	// denial must have.
	DeniedCover = 0.45
	// deniedSearch is how many of the best sentences are searched for a denial.
	deniedSearch = 60
)

// othersWords make a denial one of other times: "no such meeting had ever been held
// before".
var othersWords = text.WordSet(`ever before since until till previously`)

// DeniedEvent is the sentence that denies what the question asks about, or
// nil if there is none, or if a sentence tells as much of it.
func DeniedEvent(q *question.Question, all []*Evidence) *Evidence {
	event := q.Event()
	if len(event) == 0 || q.Has(lexicon.NotCues) {
		return nil
	}
	var denial *Evidence
	denied, searched := DeniedCover, all[:min(len(all), deniedSearch)]
	for _, e := range searched {
		if !e.Has(question.Deniers) {
			continue
		}
		if no, _ := e.EventShares(q, event); no > denied {
			denial, denied = e, no
		}
	}
	if denial == nil || slices.ContainsFunc(searched, func(e *Evidence) bool { _, told := e.EventShares(q, event); return told >= denied }) {
		return nil
	}
	return denial
}

// EventShares are the largest shares of the event in a clause that denies a part of
// it close behind the denying word, and in one that denies nothing. What is only
// possible counts for neither.
func (e *Evidence) EventShares(q *question.Question, event []int) (denied, told float64) {
	words := e.Words()
	for _, c := range e.Clauses() {
		clause := words[c.Start:c.End]
		if slices.ContainsFunc(clause, question.IsModal) || Supposes(clause) {
			continue
		}
		if slices.ContainsFunc(clause, func(w retrieval.Word) bool { return othersWords[w.Norm] }) {
			continue
		}
		at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return question.Deniers[w.Norm] })
		if at < 0 {
			told = max(told, q.ToldShare(event, clause))
			continue
		}
		if e.UntilNow(c) {
			continue
		}
		near := clause[at+1 : min(len(clause), at+1+NoReach)]
		if slices.ContainsFunc(near, func(w retrieval.Word) bool { return q.IsOfEvent(event, w) }) {
			denied = max(denied, q.EventShare(event, clause, question.RelatedShare))
		}
	}
	return denied, told
}

// UntilNow reports whether a clause only denies what was before: who "had not met since
// 2015" has met now, and so it is where "no president had come since".
func (e *Evidence) UntilNow(c text.Span) bool {
	words := e.Words()
	for i := c.Start + 1; i < c.End; i++ {
		if words[i].Norm == "had" && words[c.Start].Norm == "no" || words[i].Norm == "not" && words[i-1].Norm == "had" {
			return slices.ContainsFunc(words[i:], func(w retrieval.Word) bool { return w.Norm == "since" || w.Norm == "until" }) || words[c.End-1].Norm == "before"
		}
	}
	return false
}
