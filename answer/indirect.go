package answer

import "sherpa/retrieval"

// An answer is indirect if none of its sentences could be told to answer outright: "Was Ann
// there?" over the list of those who came. It is shown as what comes closest, so that nobody
// takes it for a yes.

// outright is the share of the question that a sentence has which answers it in the
// question's own words: on the development sets four of five such sentences did, and half
// of the others.
const outright = 0.85

// isIndirect reports whether the statements of the draft are no more than what comes closest.
func (d *draft) isIndirect(q *question) bool {
	if d.found || d.short != "" || d.differ != nil || len(d.more) > 0 || len(d.statements) == 0 || q.isTopic() || q.asksWhatHappened() {
		return false
	}
	lead := d.statements[0].lead
	inItsWords := q.cover(lead.matched) >= outright
	switch q.Kind {
	case retrieval.KindReason:
		return !inItsWords && !lead.cause.sure()
	case retrieval.KindManner:
		return !inItsWords && !lead.means.sure()
	case retrieval.KindQuotation:
		return !inItsWords && lead.voice == 0
	case retrieval.KindOther, retrieval.KindYesNo:
		return !inItsWords
	}
	return true
}
