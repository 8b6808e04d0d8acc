package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/value"
)

// goesOn reports whether a value stands in a sentence that goes on about the asked thing, which
// the one before it names: "A service was held on Saturday. About 800 people came." The
// clause itself must have what happened.
func (t *teller) goesOn(e *evidence.Evidence, w value.Value, there around) bool {
	verb := question.ReadAsked(t.q).Verb
	if e.At == 0 || verb < 0 || t.own.modal != there.modal || !t.own.ofOne(there) && !evidence.GoingOn[e.Words()[0].Norm] {
		return false
	}
	if t.q.Match(e.ClauseAround(w.Span))[verb] < question.RelatedShare {
		return false
	}
	things := 0
	for i := range t.q.Terms {
		switch {
		case t.q.Terms[i].Name || i == verb:
		case e.Context[i] < question.RelatedShare:
			return false
		default:
			things++
		}
	}
	return things > 0 && (t.about.same(t.answer, e) || things > 1 && writtenTogether(t.answer, e) && t.about.Meet(t.answer, e))
}
