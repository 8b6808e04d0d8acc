package answer

import "sherpa/retrieval"

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

// isIndirect reports whether the statements of the draft are no more than what comes closest.
func (d *draft) isIndirect(q *question) bool {
	switch {
	case d.differ != nil || len(d.more) > 0 || len(d.statements) == 0 || q.isTopic() || q.asksWhatHappened():
		return false
	case d.short != "":
		return q.Kind != retrieval.KindYesNo && d.statements[0].lead.isBeside(q)
	}
	return !d.found && !d.statements[0].lead.answersInWords(q)
}

// answersInWords reports whether the sentence answers a question that has no short answer.
func (e *evidence) answersInWords(q *question) bool {
	inItsWords := q.cover(e.matched) >= outright
	switch q.Kind {
	case retrieval.KindReason:
		return inItsWords || e.cause.sure()
	case retrieval.KindManner:
		return inItsWords || e.means.sure()
	case retrieval.KindQuotation:
		return inItsWords || e.voice > 0
	case retrieval.KindOther, retrieval.KindYesNo:
		return inItsWords
	}
	return false // it asks for a name, a date or a number, and none was found
}

// isBeside reports whether a name of the question, or a word that is much of it, stands
// neither in the sentence nor around it.
func (e *evidence) isBeside(q *question) bool {
	for t := range q.terms {
		if e.context[t] == 0 && (q.terms[t].Name || q.weight[t] >= beside*q.total) {
			return true
		}
	}
	return false
}
