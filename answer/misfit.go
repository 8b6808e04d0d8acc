package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Some spans stand in a sentence that answers and are no answer: who only tells of a deed, and
// the first words of what somebody accepts.

// isTeller reports whether the candidate only tells what the sentence says, which has no verb
// for the deed: experts who call a match a victory did not win it.
func (c *candidate) isTeller(q *question, verb int) bool {
	return verb >= 0 && c.from.isToldBy(q, c.next, verb)
}

// onlyTells reports whether the sentence begins with those who tell what it says, which has no
// verb for the deed: whom experts call the winner is the experts' word.
func (e *evidence) onlyTells(q *question, verb int) bool {
	return verb >= 0 && slices.ContainsFunc(e.sentence.Names, func(n value.Name) bool { return n.First == 0 && e.isToldBy(q, n.Next, verb) })
}

// isToldBy reports whether those tell what the sentence says whose name ends before word next,
// and it has no verb for the deed.
func (e *evidence) isToldBy(q *question, next, verb int) bool {
	words := e.words()
	if next < len(words) && namesPeople(words[next]) {
		next++ // "International" of "International experts"
	}
	if next >= len(words) || !lexicon.Saying[words[next].Stem] {
		return false
	}
	return !slices.ContainsFunc(words, func(w retrieval.Word) bool { return w.Verbal && q.tellsDeed(verb, &w) })
}

// lacksDeed reports whether neither the sentence nor what stands around it has a word for the
// verb of which the doer is asked, and which the lexicon knows: who designed a building is not
// told by "building".
func (e *evidence) lacksDeed(q *question, verb int) bool {
	if verb < 0 || len(q.terms[verb].Groups) == 0 || e.matched[verb] == 0 && e.context[verb] > 0 {
		return false
	}
	return !slices.ContainsFunc(e.words(), func(w retrieval.Word) bool {
		return q.terms[verb].Matches(w) || !q.asksWord(w) && q.tellsAny([]int{verb}, []retrieval.Word{w})
	})
}

// isDoing reports whether the candidate is something with what it does, where it is asked what
// something is: "talks failed" is nothing that a consequence is.
func (c *candidate) isDoing(q *question) bool {
	if c.next-c.first < 2 || c.form == formQuotation || q.wordAt(0) != "what" || !toBe[q.wordAt(1)] && q.wordAt(1) != "would" {
		return false
	}
	words := c.from.words()
	last := words[c.next-1]
	if last.IsCapital() || words[c.next-2].Stop {
		return false
	}
	return last.Verbal && strings.HasSuffix(last.Norm, "ed") || c.next < len(words) && isThat(words[c.next]) && (lexicon.Saying[last.Stem] || holding[last.Stem])
}

// holding are verbs for what somebody thinks.
var holding = text.StemSet(`accept know think believe fear hope expect feel agree`)
