package draft

import (
	"slices"
	"strings"

	"sherpa/answer/candidate"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// companyWords ask for those who came with somebody, attendWords for all who
// came.
var (
	companyWords = text.WordSet(`accompany accompanied accompanies accompanying join joined delegation team entourage flanked represent represented side`)
	attendWords  = text.WordSet(`attend attended attends attendees participants participated participate`)
)

// asksCompany reports whether the question asks for people who came, with
// somebody or at all.
func asksCompany(q *question.Question) bool {
	if q.Kind != retrieval.KindList && q.Kind != retrieval.KindPerson && !focusOnPeople(q) {
		return false
	}
	return q.Has(companyWords) || q.Has(attendWords) || tookPart(q) || cameWith(q) || asksForPeopleOf(q)
}

// cameWith reports whether it is asked who was or came with somebody, or was brought. Who
// met or spoke with somebody need not have come with him.
func cameWith(q *question.Question) bool {
	with := slices.Index(q.Words, "with")
	if with > 1 && strings.HasSuffix(q.Words[with-1], "ing") && question.ToBe[q.Words[1]] && !question.Postures[q.Words[with-1]] {
		return false // "Who is he meeting with?"
	}
	return with > 0 && slices.ContainsFunc(q.Words[:with], func(w string) bool {
		return question.ToBe[w] || question.BeingThere[w] || question.Postures[w] || bringing[w]
	})
}

// bringing are verbs of having somebody come along.
var bringing = text.WordSet(`bring brings brought take takes took taken have had`)

// asksForPeopleOf reports whether it is asked who those of a country were at something:
// "Who were the Danes at the table?", "Which Danes were in the room?"
func asksForPeopleOf(q *question.Question) bool {
	at := 1
	switch {
	case q.WordAt(0) == "who" && question.ToBe[q.WordAt(1)] && q.WordAt(2) == "the":
		at = 3
	case q.WordAt(0) != "which":
		return false
	}
	people, next := q.WordAt(at), at+1
	if question.ToBe[q.WordAt(next)] {
		next++
	}
	return strings.HasSuffix(people, "s") && countryNamed(people) != 0 && candidate.WhereLeads[q.WordAt(next)]
}

// focusOnPeople reports whether "which" asks for holders of an office or for
// people of a country.
func focusOnPeople(q *question.Question) bool {
	return slices.ContainsFunc(q.Focus, func(f string) bool {
		noun, plural := strings.CutSuffix(f, "s")
		return plural && (lexicon.RoleWords[noun] || countryNamed(f) != 0)
	})
}

// tookPart reports whether the question has "part" after "took" and the like.
func tookPart(q *question.Question) bool {
	i := slices.Index(q.Words, "part")
	return i > 0 && (question.Takes[q.Words[i-1]] || i+1 < len(q.Words) && q.Words[i+1] == "of")
}
