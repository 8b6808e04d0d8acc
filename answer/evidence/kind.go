package evidence

import (
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// AnswersKind reports whether the sentence holds what the kind needs.
func (e *Evidence) AnswersKind(q *question.Question) bool {
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		return len(e.Attached(q)) > 0
	case retrieval.KindPerson:
		return len(e.Persons(q)) > 0
	case retrieval.KindPlace:
		return len(e.PlaceSpans(q)) > 0 || len(q.FocusStems) > 0 && e.bodyNamed(q)
	case retrieval.KindOrganisation:
		return e.bodyNamed(q) && focusKnown(q)
	case retrieval.KindWhoIs:
		return e.RoleSpan(q).Len() > 0
	case retrieval.KindList:
		return len(e.Members(q)) > 1 && e.NameShare(q, e.Matched) >= question.RelatedShare
	case retrieval.KindReason:
		return e.Cause.Sure()
	case retrieval.KindManner:
		return q.Deed == nil || e.Means.Sure()
	case retrieval.KindQuotation:
		return e.saysAsAsked(q)
	}
	return true
}
