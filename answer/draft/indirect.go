package draft

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/yesno"
	"sherpa/retrieval"
)

// An answer is indirect if none of its sentences could be told to answer outright: "Was Ann
// there?" over the list of those who came, or a name of the question that stands nowhere
// around. It is shown as what comes closest, so that nobody takes it for a yes.

// On the development sets about half of the answers on the wrong side of each of these were
// right, and five of six of the others.
const (
	// outright is the share of the question that a sentence has which answers it in the
	// question's own words.
	outright = 0.85
	// beside is the share of the question that one word has which no answer may lack.
	beside = 0.35
)

// IsIndirect reports whether the statements of the draft are no more than what comes closest.
func (d *Draft) IsIndirect(q *question.Question) bool {
	switch {
	case d.elsewhere && len(d.Statements) > 0:
		return true
	case d.Differ != nil || len(d.More) > 0 || len(d.Statements) == 0 || q.IsTopic() || q.AsksWhatHappened():
		return false
	case d.Short != "":
		return q.Kind != retrieval.KindYesNo && (isBeside(d.Statements[0].Lead, q) || lacksWhom(d.Statements[0].Lead, q))
	}
	return !d.Found && !answersInWords(d.Statements[0].Lead, q)
}

// answersInWords reports whether the sentence answers a question that has no short answer.
func answersInWords(e *evidence.Evidence, q *question.Question) bool {
	inItsWords := q.Cover(e.Matched) >= outright
	switch q.Kind {
	case retrieval.KindReason:
		return inItsWords || e.Cause.Sure()
	case retrieval.KindManner:
		return inItsWords || e.Means.Sure()
	case retrieval.KindQuotation:
		return inItsWords || e.Voice > 0
	case retrieval.KindYesNo:
		return inItsWords && (!q.AsksAhead() || yesno.LooksAhead(e))
	case retrieval.KindOther:
		return inItsWords
	}
	return false // it asks for a name, a date or a number, and none was found
}

// isBeside reports whether a name of the question, or a word that is much of it, stands
// neither in the sentence nor around it.
func isBeside(e *evidence.Evidence, q *question.Question) bool {
	for t := range q.Terms {
		if e.Context[t] == 0 && (q.Terms[t].Name || q.Weight[t] >= beside*q.Total) {
			return true
		}
	}
	return false
}

// lacksWhom reports whether a question for who did something to somebody, or to whom, is answered by a
// sentence that does not tell of that: neither by name nor by a pronoun, or not of the deed.
func lacksWhom(e *evidence.Evidence, q *question.Question) bool {
	whom := q.WhoseVerb() + 1
	if whom > 0 && whom < len(q.Terms) && q.Terms[whom].Name && q.Terms[whom].At == q.Terms[whom-1].At+1 && e.Matched[whom] == 0 && !e.Has(evidence.ObjectPronouns) {
		return true
	}
	return e.LacksWhom(q)
}

// isElsewhere reports whether the question takes for granted that something was done in a place
// where no sentence tells of anything: "Who met Ann in Norwick?", where they met in Brandt.
func isElsewhere(q *question.Question, all []*evidence.Evidence) bool {
	place := q.SupposedPlace()
	return place >= 0 && !slices.ContainsFunc(all, func(e *evidence.Evidence) bool { return e.TellsWhere(q, place) })
}
