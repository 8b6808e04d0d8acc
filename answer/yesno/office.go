package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/value"
)

// missesOffice reports whether it is asked if somebody holds an office, and the sentence does
// not introduce him with it: in a list of ministers each has a post of his own.
func missesOffice(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	office := askedOffice(q, d)
	return len(office) > 0 && !slices.ContainsFunc(e.Sentence.Names, func(n value.Name) bool {
		words := e.Words()
		if !q.TellsAny(d.Subject, words[n.First:n.Next]) {
			return false
		}
		m := q.Match(words[n.First:n.Next])
		for _, sp := range e.AboutName(n) {
			q.MatchInto(m, words[sp.Start:sp.End])
		}
		return !slices.ContainsFunc(office, func(t int) bool { return m[t] < question.RelatedShare })
	})
}

// askedOffice are the terms of the office that somebody is asked to hold, with whose or of what
// it is: "Is Ann the mayor of Norwick?"
func askedOffice(q *question.Question, d *question.AskedDeed) []int {
	if !question.ToBe[q.WordAt(0)] || len(d.Subject) == 0 {
		return nil
	}
	var office []int
	roles := false
	for t := range q.Terms {
		if q.Weight[t] > 0 && q.Terms[t].At > q.Terms[d.Subject[0]].At && !slices.Contains(d.Subject, t) {
			office = append(office, t)
			roles = roles || lexicon.RoleWords[q.Terms[t].Norm]
		}
	}
	if !roles {
		return nil
	}
	return office
}
