package evidence

import (
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// degreeFits reports whether a number counts those whom something befell as badly as is asked: of
// "57 were injured, four of them seriously" four were.
func (e *Evidence) degreeFits(q *question.Question, v value.Value) bool {
	if !asksDegree(q) {
		return true
	}
	words := e.Words()
	for i := range words {
		if !badly[words[i].Stem] {
			continue
		}
		if near, ok := e.countNearest(i); ok && near.Start == v.Start {
			return true
		}
	}
	return false
}

// asksDegree reports whether a question asks for those whom something befell badly.
func asksDegree(q *question.Question) bool {
	for t := range q.Terms {
		if badly[q.Terms[t].Stem] {
			return true
		}
	}
	return false
}

// badly are the stems of words for how badly something befell somebody.
var badly = text.StemSet(`seriously serious critically critical severely severe gravely grave slightly slight lightly`)

// countNearest is the number of the sentence that stands nearest to its word i.
func (e *Evidence) countNearest(i int) (value.Value, bool) {
	var nearest value.Value
	least := -1
	for _, v := range e.Sentence.Values {
		if v.Kind != value.Number || v.Role != value.NoRole {
			continue
		}
		if far := max(e.WordAt(v.Start)-i, i-e.WordAt(v.Start)); least < 0 || far < least {
			nearest, least = v, far
		}
	}
	return nearest, least >= 0
}
