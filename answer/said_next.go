package answer

import "sherpa/internal/value"

// goesOn reports whether a value stands in a sentence that goes on about the asked thing, which
// the one before it names: "A service was held on Saturday. About 800 people came." The
// clause itself must have what happened.
func (t *teller) goesOn(e *evidence, w value.Value, there around) bool {
	verb := readAsked(t.q).verb
	if e.at == 0 || verb < 0 || t.own.modal != there.modal || !t.own.ofOne(there) && !goingOn[e.words()[0].Norm] {
		return false
	}
	if t.q.match(e.clauseAround(w.Span))[verb] < relatedShare {
		return false
	}
	things := 0
	for i := range t.q.terms {
		switch {
		case t.q.terms[i].Name || i == verb:
		case e.context[i] < relatedShare:
			return false
		default:
			things++
		}
	}
	return things > 0 && (t.about.same(t.answer, e) || things > 1 && writtenTogether(t.answer, e) && t.about.meet(t.answer, e))
}
