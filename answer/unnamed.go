package answer

import (
	"slices"
	"strings"

	"sherpa/internal/value"
	"sherpa/retrieval"
)

// unnamed reports whether it is asked what somebody or something is called, and no
// sentence has a name beside a word for it.
func (q *question) unnamed(all []*evidence) bool {
	thing := q.calledTerm()
	return thing >= 0 && !slices.ContainsFunc(all, func(e *evidence) bool { return e.matched[thing] > 0 && e.nameBeside(q, thing, 0).Len() > 0 })
}

// called is the first name that stands beside what is asked the name of, or "".
func (q *question) called(thing int, best []*evidence) string {
	class := q.askedBearer().class
	for _, e := range best[:min(len(best), candidateSentences)] {
		n := e.nameBeside(q, thing, relatedShare)
		if n.Len() > 0 && (class != nounThing || !e.namesPerson(n, best)) && (class != nounPeople || e.personLike(n)) {
			return n.Of(e.passage().Text)
		}
	}
	return ""
}

// calledTerm is the term of whom or what a question asks the name, or -1.
func (q *question) calledTerm() int {
	last := len(q.Words) - 1
	switch {
	case len(q.terms) > fewTerms+1 || q.wordAt(0) != "what" || !toBe[q.wordAt(1)] && !isArticle(q.wordAt(1)):
		return -1
	case !q.asksName && q.wordAt(last) != "called" && q.wordAt(last-1) != "called":
		return -1
	}
	for t, term := range slices.Backward(q.terms) {
		if (q.saysWhatItAsks(t) || q.asksName && classOfNoun(term.Norm) != nounOpen) && term.Norm != "called" && term.At <= q.endOfNamed() {
			return t
		}
	}
	return -1
}

// endOfNamed is the last word of that whose name is asked for: of "school" in "the name
// of the school with the red roof". It is the question's last word if there is no "name of".
func (q *question) endOfNamed() int {
	of := slices.IndexFunc(q.Words, func(w string) bool { return w == "name" || w == "names" }) + 1
	if of == 0 || q.wordAt(of) != "of" {
		return len(q.Words) - 1
	}
	for i, w := range q.Words[of+1:] {
		if c, closed := classWords[w]; closed && c != wcDeterminer {
			return of + i
		}
	}
	return len(q.Words) - 1
}

// nameBeside is the first name that the question does not give and that has a word for a
// term, or stands beside one with only words between the two that lead to a name: "her
// son, Bob", "a writer named Ann", but not "a writer in Norwick". The word stands for the
// term at least so well.
func (e *evidence) nameBeside(q *question, term int, least float64) value.Name {
	names, words := e.unasked(q), e.words()
	for i := range words {
		if !slices.ContainsFunc(q.matches(&words[i]), func(m termMatch) bool { return m.term == term && m.strength >= least }) {
			continue
		}
		for _, n := range names {
			between := words[min(i+1, n.First):n.First]
			if n.First < i {
				between = words[min(n.Next, i):i]
			}
			if leadToName(between) && !e.partedFrom(i, n) {
				return n
			}
		}
	}
	return value.Name{}
}

// leadToName reports whether words lead from a thing to its name, or back.
func leadToName(words []retrieval.Word) bool {
	return len(words) <= namingReach && !slices.ContainsFunc(words, func(w retrieval.Word) bool { return !leadsToName[w.Norm] })
}

// partedFrom reports whether a comma ends the words around the noun before it comes to
// the name: "after years in prison, Ann", but not "her son, Bob".
func (e *evidence) partedFrom(noun int, n value.Name) bool {
	words := e.words()
	if noun >= n.First || !strings.Contains(e.passage().Text[words[noun].End:n.Start], ",") {
		return false
	}
	for i := noun - 1; i >= max(0, noun-namingReach); i-- {
		if c, closed := classWords[words[i].Norm]; closed {
			return c != wcDeterminer
		}
	}
	return false
}

// namingReach is how many words may stand between a thing and its name.
const namingReach = 4

var leadsToName = wordSet(`named called known as such including like is was are were be the a an old young little then first last`)
