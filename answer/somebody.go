package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Who is asked for is somebody who was there and did it: no clause about somebody, no word for
// a kind of people, and nobody who was away or whom the sentence does not put behind "by".

// isNobody reports whether the candidate cannot be who did the verb, which may be -1.
func (c *candidate) isNobody(q *question, verb int) bool {
	return c.isClauseOfName() || c.from.describesPeople(c.first, c.next) || c.from.tellsAway(q, c.first, c.next) || c.from.doneByNobody(q, verb, c.leadWord() == "by")
}

// isNobodyAsked reports whether the bearer of a name cannot be who did the verb, which may be -1.
func (e *evidence) isNobodyAsked(q *question, n value.Name, verb int) bool {
	return e.describesPeople(n.First, n.Next) || e.tellsAway(q, n.First, n.Next) || e.doneByNobody(q, verb, wordBefore(e.words(), n.First) == "by")
}

// isClauseOfName reports whether the candidate is a name with what its bearer does: "Lund
// rejects the claim".
func (c *candidate) isClauseOfName() bool {
	words := c.from.words()
	return !c.isList() && slices.ContainsFunc(c.from.sentence.Names, func(n value.Name) bool {
		if n.First != c.first || n.Next >= c.next || words[n.Next].IsCapital() || words[n.Next-1].IsPossessive() || isClosed(words[n.Next].Norm) {
			return false
		}
		return words[n.Next].Verbal && !agentive(words[n.Next].Norm) || strings.HasSuffix(words[n.Next].Norm, "s") && takesObject(words[n.Next+1:])
	})
}

// takesObject reports whether words begin with a determiner, as what stands behind a verb may.
func takesObject(words []retrieval.Word) bool {
	return len(words) > 0 && classWords[words[0].Norm] == wcDeterminer
}

// describesPeople reports whether words of the sentence only say what people those are whom the
// next word names: "International" of "International experts".
func (e *evidence) describesPeople(first, next int) bool {
	words := e.words()
	if next-first != 1 || next >= len(words) || words[next].IsCapital() || words[first].IsPossessive() {
		return false
	}
	w := words[next]
	return strings.HasSuffix(w.Norm, "s") && namesPeople(w) && !w.Verbal && e.passage().Text[words[first].End:w.Start] == " "
}

// tellsAway reports whether the clause says right behind some words that those whom they name
// were not there, and the question does not ask for such.
func (e *evidence) tellsAway(q *question, first, next int) bool {
	if q.has(lexicon.NotCues) || q.has(denials) || q.has(absences) {
		return false
	}
	words := e.words()
	for _, c := range e.clauses() {
		if first < c.Start || first >= c.End {
			continue
		}
		for i := next; i < c.End; i++ {
			if words[i].Verbal || classWords[words[i].Norm] == wcBe || classWords[words[i].Norm] == wcAuxiliary {
				return isAwayFrom(words[i:c.End])
			}
		}
	}
	return false
}

// isAwayFrom reports whether a predicate says that somebody was not there: "was absent", "was
// not invited", "had no part".
func isAwayFrom(predicate []retrieval.Word) bool {
	for i, w := range predicate[:min(len(predicate), denialReach)] {
		next := ""
		if i+1 < len(predicate) {
			next = predicate[i+1].Norm
		}
		if i > 0 && absences[w.Norm] || w.Norm == "no" && partNouns[next] || w.Norm == "not" && presenceVerbs[next] {
			return true
		}
	}
	return false
}

// partNouns are nouns for what those have who take part.
var partNouns = wordSet(`part place seat role`)

// doneByNobody reports whether the sentence tells the verb only as a wish, of another deed ("planned
// to call"), or in the passive of what the question asks about and not behind "by": where a fair "was
// held" nobody is told to have held it.
func (e *evidence) doneByNobody(q *question, verb int, behindBy bool) bool {
	if verb < 0 || verb+1 >= len(q.terms) || classWords[q.wordAt(q.terms[verb].At+1)] != wcDeterminer {
		return false
	}
	words, told := e.words(), false
	for i := range words {
		if !q.tellsDeed(verb, &words[i]) {
			continue
		}
		passive := !behindBy && i > 1 && classWords[words[i-1].Norm] == wcBe && q.tellsAny([]int{verb + 1}, words[max(0, i-deedReach):i])
		if !passive && !q.isWish(words, i) && (i+1 == len(words) || words[i+1].Norm != "to") {
			return false
		}
		told = true
	}
	return told
}

// isWish reports whether the verb at word i is only what somebody would like to do or will do, and the
// question does not ask for that.
func (q *question) isWish(words []retrieval.Word, i int) bool {
	before := words[max(0, i-wishReach):i]
	return !q.has(modals) && len(before) > 0 && before[len(before)-1].Norm == "to" && slices.ContainsFunc(before, isModal)
}

// wishReach is how many words before a verb the word for the wish may stand: "would like to host".
const wishReach = 3
