package short

import (
	"slices"
	"strings"

	"sherpa/answer/candidate"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Unnamed reports whether it is asked what somebody or something is called, and no
// sentence has a name beside a word for it.
func Unnamed(q *question.Question, all []*evidence.Evidence) bool {
	thing := candidate.CalledTerm(q)
	return thing >= 0 && !slices.ContainsFunc(all, func(e *evidence.Evidence) bool { return e.Matched[thing] > 0 && nameBeside(e, q, thing, 0).Len() > 0 })
}

// called is the first name that stands beside what is asked the name of, or "".
func called(q *question.Question, thing int, best []*evidence.Evidence) string {
	class := q.ReadBearer().Class
	for _, e := range best[:min(len(best), candidate.AnswerSentences)] {
		n := nameBeside(e, q, thing, question.RelatedShare)
		if n.Len() > 0 && (class != question.NounThing || !e.NamesPerson(n, best)) && (class != question.NounPeople || e.PersonLike(n)) {
			return n.Of(e.Passage().Text)
		}
	}
	return ""
}

// nameBeside is the first name that the question does not give and that has a word for a
// term, or stands beside one with only words between the two that lead to a name: "her
// son, Bob", "a writer named Ann", but not "a writer in Norwick". The word stands for the
// term at least so well.
func nameBeside(e *evidence.Evidence, q *question.Question, term int, least float64) value.Name {
	names, words := e.Unasked(q), e.Words()
	for i := range words {
		if !slices.ContainsFunc(q.Matches(&words[i]), func(m question.TermMatch) bool { return m.Term == term && m.Strength >= least }) {
			continue
		}
		for _, n := range names {
			between := words[min(i+1, n.First):n.First]
			if n.First < i {
				between = words[min(n.Next, i):i]
			}
			if leadToName(between) && !partedFrom(e, i, n) {
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
func partedFrom(e *evidence.Evidence, noun int, n value.Name) bool {
	words := e.Words()
	if noun >= n.First || !strings.Contains(e.Passage().Text[words[noun].End:n.Start], ",") {
		return false
	}
	for i := noun - 1; i >= max(0, noun-namingReach); i-- {
		if c, closed := question.ClassWords[words[i].Norm]; closed {
			return c != question.ClassDeterminer
		}
	}
	return false
}

// namingReach is how many words may stand between a thing and its name.
const namingReach = 4

var leadsToName = text.WordSet(`named called known as such including like is was are were be the a an old young little then first last`)

// Undefined reports whether it is asked what something means of which no sentence has
// all the words.
func Undefined(q *question.Question, all []*evidence.Evidence) bool {
	terms := q.AskedMeaning()
	return len(terms) > 0 && !slices.ContainsFunc(all, func(e *evidence.Evidence) bool {
		return !slices.ContainsFunc(terms, func(t int) bool { return e.Matched[t] < question.KinShares[text.Family] })
	})
}
