package short

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Role is the short answer to "who is …": the fullest description in the best
// sentences. Its sentence comes first.
func Role(q *question.Question, best []*evidence.Evidence) string {
	var from *evidence.Evidence
	var fullest text.Span
	top := best[:min(len(best), 5)]
	whole := slices.ContainsFunc(top, func(e *evidence.Evidence) bool { return namesWhole(e, q) })
	for _, e := range top {
		if whole && !namesWhole(e, q) {
			continue
		}
		sp := e.RoleSpan(q)
		if from != nil && e.Score < from.Score-kindMargin {
			break
		}
		if sp.Len() > 0 && (from == nil || wordsIn(e, sp) > wordsIn(from, fullest)) {
			from, fullest = e, sp
		}
	}
	if from == nil {
		return ""
	}
	evidence.MoveFirst(best, from)
	return fullest.Of(from.Passage().Text)
}

// wordsIn counts the words of a part of the sentence, common ones apart; at most
// enoughWords, beyond which a description is not better for its length.
func wordsIn(e *evidence.Evidence, sp text.Span) int {
	n := 0
	for _, w := range e.Words() {
		if w.Start >= sp.Start && w.End <= sp.End && !w.Stop {
			n++
		}
	}
	return min(n, enoughWords)
}

const enoughWords = 3

// namesWhole reports whether the sentence has the asked name up to its last word: "the
// younger Pike" is not the firm "Pike Meridian".
func namesWhole(e *evidence.Evidence, q *question.Question) bool {
	first, next := e.Subject(q)
	if next == 0 {
		return false
	}
	words := e.Words()[first:next]
	t := slices.IndexFunc(q.Terms, func(t retrieval.Term) bool { return t.Matches(words[0]) })
	for t >= 0 && t+1 < len(q.Terms) && q.Terms[t+1].Name && q.Terms[t].Name && q.Terms[t+1].At == q.Terms[t].At+1 {
		t++
	}
	return t < 0 || slices.ContainsFunc(words, q.Terms[t].Matches)
}
