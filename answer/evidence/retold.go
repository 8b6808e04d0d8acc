package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// SaysThere reports whether a verb says that there is something.
func SaysThere(w retrieval.Word) bool {
	return notingVerbs[w.Stem] || question.ComeVerbs[w.Stem] || question.ClassWords[w.Norm] == question.ClassBe
}

// notingVerbs are the stems of verbs by which it is told that there is something.
var notingVerbs = text.StemSet(`report reported record recorded see seen saw find found`)

// OfAll reports whether it is denied of everybody, or told that there was no such thing.
func (u *Undone) OfAll(e *Evidence) bool {
	return u.Nobody && (u.Verb < 0 || u.Verb > u.At || SaysThere(e.Words()[u.Verb]))
}

// EmptyOrAny reports whether something holds of any of some terms; of none it does.
func EmptyOrAny(terms []int, holds func(int) bool) bool {
	return len(terms) == 0 || slices.ContainsFunc(terms, holds)
}
