package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// missesOffice reports whether it is asked if somebody holds an office, and the sentence does
// not introduce him with it: in a list of ministers each has a post of his own.
func missesOffice(e *evidence.Evidence, q *question.Question, d *question.AskedDeed) bool {
	holder, office := askedOffice(q, d)
	return len(office) > 0 && !slices.ContainsFunc(e.Sentence.Names, func(n value.Name) bool {
		words := e.Words()
		if !q.TellsAny(holder, words[n.First:n.Next]) {
			return false
		}
		m := q.Match(words[n.First:n.Next])
		for _, sp := range e.AboutName(n) {
			q.MatchInto(m, words[sp.Start:sp.End])
		}
		return !slices.ContainsFunc(office, func(t int) bool { return m[t] < officeShare(q, t) })
	})
}

// officeShare is how well a word must stand for a term of an office: whoever heads something may
// be called its chief, but no chief is a president.
func officeShare(q *question.Question, t int) float64 {
	if lexicon.RoleWords[q.Terms[t].Norm] && !heads[q.Terms[t].Norm] {
		return question.KinShares[text.Family]
	}
	return question.RelatedShare
}

var heads = text.WordSet(`head chief leader boss director manager chair chairman chairwoman chairperson envoy adviser advisor aide`)

// askedOffice are the terms of somebody's name and of the office that he is asked to hold, with
// whose or of what it is: "Is Ann the mayor of Norwick?" There is no office without a word for one.
func askedOffice(q *question.Question, d *question.AskedDeed) (holder, office []int) {
	if !question.ToBe[q.WordAt(0)] || len(d.Subject) == 0 {
		return nil, nil
	}
	roles := false
	for t := range q.Terms {
		switch role := lexicon.RoleWords[q.Terms[t].Norm]; {
		case q.Weight[t] == 0:
		case !roles && !role && slices.Contains(d.Subject, t):
			holder = append(holder, t)
		case len(holder) > 0:
			office = append(office, t)
			roles = roles || role
		}
	}
	if !roles {
		return nil, nil
	}
	return holder, office
}
