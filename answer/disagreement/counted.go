package disagreement

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/value"
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
