package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// "Whose graves were opened?" is answered by whom the graves belong to, and by nobody else who is
// named beside them.

// ownWords are words for whose something is, other than by "'s" and "of".
var ownWords = text.WordSet(`owned owns own owner belong belongs belonged belonging his her their idea proposal suggestion initiative words`)

// IsNotOwner reports whether it is asked whose something is, the sentence speaks of it, and the
// words from first to next do not say whose it is.
func (e *Evidence) IsNotOwner(q *question.Question, first, next int) bool {
	thing, asked := whoseThing(q)
	if !asked {
		return false
	}
	words := e.Words()
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return q.Terms[thing].Matches(w) })
	if at < 0 {
		return true
	}
	if words[next-1].IsPossessive() && at >= next && at-next <= ownedReach {
		return false
	}
	before := first - 1
	for before > 0 && IsArticle(words[before].Norm) {
		before--
	}
	return before < 1 || words[before].Norm != "of" && words[before].Norm != "by" || before-1-at > ownedReach
}

// ownedReach is how many words stand at the most between an owner and the thing: "Ann's old red
// bicycle".
const ownedReach = 3

// whoseThing is the term of the thing whose owner is asked for: "graves" of "Whose graves …?"
func whoseThing(q *question.Question) (term int, asked bool) {
	if q.WordAt(0) != "whose" || ownWords[q.WordAt(1)] {
		return 0, false
	}
	t := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.At == 1 && !t.Name })
	return t, t >= 0
}
