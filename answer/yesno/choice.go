package yesno

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// Choose is the one of two of which the evidence tells what the question asks; its
// sentence comes first.
func Choose(q *question.Question, best []*evidence.Evidence) string {
	d := evidence.DeedAmong(q, best)
	d.Subject, d.Verb = nil, -1
	rest := q.Besides()
	var found [2]evidence.Preferred
	for _, e := range best {
		if e.Score < best[0].Score-decideMargin {
			break
		}
		for _, c := range e.Subclauses() {
			side, one, ok := e.Choice(q, c, rest)
			if clause := e.Words()[c.Start:c.End]; ok && one.Rest > found[side].Rest && !deniedIn(q, &d, clause) && (q.Has(question.Modals) || !q.IsOther(&d, clause)) {
				found[side] = one
			}
		}
	}
	return pick(found, best)
}

// pick is the one of two of which more is told; neither, if both are told alike.
func pick(found [2]evidence.Preferred, best []*evidence.Evidence) string {
	a, b := found[0], found[1]
	if b.Rest > a.Rest {
		a, b = b, a
	}
	if a.Rest < question.RestLeast {
		return ""
	}
	if b.Rest >= a.Rest-question.RestStep {
		evidence.MoveFirst(best, b.From)
		evidence.MoveFirst(best, a.From)
		return ""
	}
	evidence.MoveFirst(best, a.From)
	if a.Word < 0 {
		return ""
	}
	return a.From.NameAt(a.Word)
}
