package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// isNobodyAsked reports whether the bearer of a name cannot be who did the verb, which may be -1.
func (e *Evidence) isNobodyAsked(q *question.Question, n value.Name, verb int) bool {
	return e.DescribesPeople(n.First, n.Next) || e.TellsAway(q, n.First, n.Next) || e.DoneByNobody(q, verb, WordBefore(e.Words(), n.First) == "by")
}

// DescribesPeople reports whether words of the sentence only say what people those are whom the
// next word names: "International" of "International experts".
func (e *Evidence) DescribesPeople(first, next int) bool {
	words := e.Words()
	if next-first != 1 || next >= len(words) || words[next].IsCapital() || words[first].IsPossessive() {
		return false
	}
	w := words[next]
	return strings.HasSuffix(w.Norm, "s") && NamesPeople(w) && !w.Verbal && e.Passage().Text[words[first].End:w.Start] == " "
}

// TellsAway reports whether the clause says right behind some words that those whom they name
// were not there, and the question does not ask for such.
func (e *Evidence) TellsAway(q *question.Question, first, next int) bool {
	if q.Has(lexicon.NotCues) || q.Has(question.Denials) || q.Has(question.Absences) {
		return false
	}
	words := e.Words()
	for _, c := range e.Clauses() {
		if first < c.Start || first >= c.End {
			continue
		}
		for i := next; i < c.End; i++ {
			if words[i].Verbal || question.ClassWords[words[i].Norm] == question.ClassBe || question.ClassWords[words[i].Norm] == question.ClassAuxiliary {
				return isAwayFrom(words[i:c.End])
			}
		}
	}
	return false
}

// isAwayFrom reports whether a predicate says that somebody was not there: "was absent", "was
// not invited", "had no part".
func isAwayFrom(predicate []retrieval.Word) bool {
	for i, w := range predicate[:min(len(predicate), NotReach)] {
		next := ""
		if i+1 < len(predicate) {
			next = predicate[i+1].Norm
		}
		if i > 0 && question.Absences[w.Norm] || w.Norm == "no" && partNouns[next] || w.Norm == "not" && question.PresenceVerbs[next] {
			return true
		}
	}
	return false
}

// partNouns are nouns for what those have who take part.
var partNouns = text.WordSet(`part place seat role`)

// DoneByNobody reports whether the sentence tells the verb only as a wish, of another deed ("planned
// to call"), or in the passive of what the question asks about and not behind "by": where a fair "was
// held" nobody is told to have held it.
func (e *Evidence) DoneByNobody(q *question.Question, verb int, behindBy bool) bool {
	if verb < 0 || verb+1 >= len(q.Terms) || question.ClassWords[q.WordAt(q.Terms[verb].At+1)] != question.ClassDeterminer {
		return false
	}
	words, told := e.Words(), false
	for i := range words {
		if !q.TellsDeed(verb, &words[i]) {
			continue
		}
		passive := !behindBy && i > 1 && question.ClassWords[words[i-1].Norm] == question.ClassBe && q.TellsAny([]int{verb + 1}, words[max(0, i-DeedReach):i])
		if !passive && !isWish(q, words, i) && (i+1 == len(words) || words[i+1].Norm != "to") {
			return false
		}
		told = true
	}
	return told
}

// isWish reports whether the verb at word i is only what somebody would like to do or will do, and the
// question does not ask for that.
func isWish(q *question.Question, words []retrieval.Word, i int) bool {
	before := words[max(0, i-wishReach):i]
	return !q.Has(question.Modals) && len(before) > 0 && before[len(before)-1].Norm == "to" && slices.ContainsFunc(before, question.IsModal)
}

// wishReach is how many words before a verb the word for the wish may stand: "would like to host".
const wishReach = 3
