package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// UnitOf is the noun that a number counts: that behind it, or that of the whole of
// which it is a part; empty where there is none.
func UnitOf(e *evidence.Evidence, v value.Value) string {
	if v.Kind != value.Number || v.Unit != "" {
		return v.Unit
	}
	for _, o := range e.Sentence.Values {
		if o.Start > v.End && o.Kind == value.Number && e.IsTotal(o) {
			return o.Unit
		}
	}
	return ""
}

// countsPeople reports whether a number counts people: by the noun behind it, or by
// what befell them where there is none ("27 injured").
func countsPeople(e *evidence.Evidence, v value.Value) bool {
	if v.Unit != "" {
		return evidence.IsPeople(v.Unit) || question.Fates[v.Unit] != 0
	}
	words := e.Words()
	next := e.WordAt(v.End)
	return next >= 0 && question.Fates[words[next].Norm] != 0
}

// countsElse reports whether a number is told with no word of what is asked beside the noun for
// those who are counted: two women in a shop are not women on a jury.
func (r *reported) countsElse(q *question.Question) bool {
	if q.Kind != retrieval.KindNumber || r.value.Kind != value.Number {
		return false
	}
	asked := false
	for t := range q.Terms {
		if q.Terms[t].Name || q.IsLight(t) || q.IsNumber(t) || q.Weight[t] == 0 || q.FocusStems[q.Terms[t].Stem] || text.Stem(r.value.Unit) == q.Terms[t].Stem {
			continue
		}
		if r.from.Context[t] > 0 {
			return false
		}
		asked = true
	}
	return asked
}
