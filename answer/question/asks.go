package question

import (
	"slices"
	"strings"

	"sherpa/retrieval"
)

// AsksForMany reports whether a question for a person asks for several: "which
// officials", "what ministers".
func (q *Question) AsksForMany() bool {
	if len(q.Focus) == 0 {
		return false
	}
	last := q.Focus[len(q.Focus)-1]
	return strings.HasSuffix(last, "s")
}

// ThereTerm is the term of what is asked for by "Was there …?", or -1.
func (q *Question) ThereTerm() int {
	if q.WordAt(1) != "there" {
		return -1
	}
	return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At > 1 && !t.Name })
}

// AsksAhead reports whether the question asks for what is still to come.
func (q *Question) AsksAhead() bool {
	going := slices.Index(q.Words, "going")
	return q.WordAt(0) == "will" || going >= 0 && q.WordAt(going+1) == "to"
}
