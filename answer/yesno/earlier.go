package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// everWas answers whether something was so before: who comes for the first time since
// 2015 has been there, who comes for the first time has not.
func everWas(q *question.Question, best []*evidence.Evidence) string {
	if !q.Earlier {
		return ""
	}
	d := q.ReadDeed()
	i := slices.IndexFunc(best, func(e *evidence.Evidence) bool {
		return e.TellsEarlier(q) && e.Settled(q) >= question.EarlierCover && !missesPartner(e, q, &d)
	})
	if i < 0 {
		return ""
	}
	verdict := YesIf(!best[i].Has(question.FirstTimes) || best[i].Has(question.AgainMarks))
	evidence.MoveFirst(best, best[i])
	return verdict
}
