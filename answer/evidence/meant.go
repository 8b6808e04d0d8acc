package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// OnlyMeans reports whether the sentence has the deed of a question for what was done only
// as what somebody means to do: a promise to meet Ann tells nobody whom Bob met.
func (e *Evidence) OnlyMeans(q *question.Question) bool {
	if !e.Has(question.Modals) {
		return false
	}
	verb := q.DoneVerb()
	if verb < 0 {
		return false
	}
	if e.areOthersMeant(q, verb) {
		return true
	}
	words, found := e.Words(), false
	for i := range words {
		if !q.TellsDeed(verb, &words[i]) {
			continue
		}
		if !isMeant(words[:i]) && !e.isOpen(i) {
			return false
		}
		found = true
	}
	return found
}

// areOthersMeant reports whether the sentence has those whom the question names beside who is asked for only
// as those to whom somebody means to do something: who "planned to inform Ann" has not met her.
func (e *Evidence) areOthersMeant(q *question.Question, verb int) bool {
	named := q.ReadDeed().Subject
	if verb+1 < len(q.Terms) && q.Terms[verb+1].Name {
		named = []int{verb + 1}
	}
	if q.Kind != retrieval.KindPerson || len(named) == 0 {
		return false
	}
	words, meant := e.Words(), false
	for i := range words {
		if !q.TellsAny(named, words[i:i+1]) {
			continue
		}
		if !e.areMeant(words[i].Span) || e.isTold(q, verb, i) {
			return false
		}
		meant = true
	}
	return meant
}

// isTold reports whether the verb of the question stands right before word i, and is not only meant.
func (e *Evidence) isTold(q *question.Question, verb, i int) bool {
	words := e.Words()
	v := i - 1
	for v > 0 && (words[v].IsCapital() || lexicon.RoleWords[words[v].Norm] || IsArticle(words[v].Norm)) {
		v--
	}
	return v >= 0 && q.TellsDeed(verb, &words[v]) && !isMeant(words[:v])
}

// isMeant reports whether words lead to a verb for what is meant: "a promise by Bob to", "would",
// "might freeze the war and quietly".
func isMeant(before []retrieval.Word) bool {
	for len(before) > 0 && strings.HasSuffix(before[len(before)-1].Norm, "ly") {
		before = before[:len(before)-1]
	}
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last.Norm == "to" && slices.ContainsFunc(before, question.IsModal) || conditionals[last.Norm] ||
		Coordinates[last.Norm] && slices.ContainsFunc(before, func(w retrieval.Word) bool { return conditionals[w.Norm] })
}

// isOpen reports whether the noun for a deed is told of one that was to come or is only
// supposed: "a meeting with Ann could come next", "if talks with Bob go well".
func (e *Evidence) isOpen(noun int) bool {
	words := e.Words()
	if question.IsParticiple(words[noun].Norm) {
		return false
	}
	c := clause.At(e.Clauses(), noun)
	next := slices.IndexFunc(words[noun+1:c.End], func(w retrieval.Word) bool {
		return conditionals[w.Norm] || w.Verbal && question.IsParticiple(w.Norm)
	})
	return HasWord(words[c.Start:noun], "if") || next >= 0 && conditionals[words[noun+1+next].Norm]
}

// IsOnlyMeant reports whether it is asked what was done, and what stands at a place is only what
// somebody means to do something to or with.
func (e *Evidence) IsOnlyMeant(q *question.Question, at text.Span) bool {
	return e.Has(question.Modals) && q.AsksDone() && e.areMeant(at)
}

// areMeant reports whether somebody only means to do something to those who are listed from a
// place on: whom Ann planned to inform of the talks was not at them.
func (e *Evidence) areMeant(first text.Span) bool {
	clause := e.ClauseWords(first)
	for i := range clause {
		if clause[i].Start >= first.Start {
			break
		}
		if !clause[i].Stop && isMeant(clause[:i]) {
			return true
		}
	}
	return false
}

// conditionals stand right before a verb for what is or was only to come.
var conditionals = text.WordSet(`would will could should might`)
