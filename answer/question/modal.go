package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// IsModal reports whether a word makes its clause speak of what is only possible;
// the month is no modal.
func IsModal(w retrieval.Word) bool { return Modals[w.Norm] && (w.Norm != "may" || !w.IsCapital()) }

// Modals make a sentence speak of what may, should or might be, which says
// nothing of what was.
var Modals = text.WordSet(`would could should may might can will if whether unless hope hopes hoped hoping expect expects expected plan plans planned seek seeks sought
	want wants wanted possible possibly potential potentially suggest suggested propose proposed intend intended aim aims prospect scheduled hinting hinted willing willingness ready readiness insist insists insisted
	demand demands demanded call calls called urge urged goal aim objective need needs needed must promise promised warn warned offer offered condition conditions contingent`)

// PastAuxiliaries are the verbs of a question for what was.
var PastAuxiliaries = text.WordSet(`did was were`)

// AsksDone reports whether it is asked who did something, or what was done, and not what
// somebody meant to do.
func (q *Question) AsksDone() bool {
	if q.Has(Modals) || q.AsksAhead() {
		return false
	}
	if verb := q.WhoseVerb(); verb >= 0 && IsParticiple(q.Terms[verb].Norm) {
		return true
	}
	return q.Has(PastAuxiliaries) || slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool {
		return !t.Name && t.At > 0 && (t.Verbal && IsParticiple(t.Norm) || len(text.Forms(t.Norm)) > 0 && text.Base(t.Norm) != t.Norm)
	})
}

// DoneVerb is the term of the verb where it is asked what somebody did, and not what he
// meant to do; or -1.
func (q *Question) DoneVerb() int {
	if q.Has(Modals) {
		return -1
	}
	verb := max(q.ReadDeed().Verb, q.WhoseVerb())
	if verb < 0 || !q.Has(PastAuxiliaries) && !IsParticiple(q.Terms[verb].Norm) {
		return -1
	}
	return verb
}
