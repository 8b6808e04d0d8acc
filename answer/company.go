package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/retrieval"
)

// companyWords ask for those who came with somebody, attendWords for all who
// came.
var (
	companyWords = wordSet(`accompany accompanied accompanies accompanying join joined delegation team entourage flanked represent represented with side`)
	attendWords  = wordSet(`attend attended attends attendees participants participated participate`)
)

// asksCompany reports whether the question asks for people who came, with
// somebody or at all.
func (q *question) asksCompany() bool {
	if q.Kind != retrieval.KindList && q.Kind != retrieval.KindPerson && !q.focusOnPeople() {
		return false
	}
	return q.has(companyWords) || q.has(attendWords) || q.tookPart() || q.asksForPeopleOf()
}

// asksForPeopleOf reports whether it is asked who those of a country were at something:
// "Who were the Danes at the table?", "Which Danes were in the room?"
func (q *question) asksForPeopleOf() bool {
	at := 1
	switch {
	case q.wordAt(0) == "who" && toBe[q.wordAt(1)] && q.wordAt(2) == "the":
		at = 3
	case q.wordAt(0) != "which":
		return false
	}
	people, next := q.wordAt(at), at+1
	if toBe[q.wordAt(next)] {
		next++
	}
	return strings.HasSuffix(people, "s") && countryNamed(people) != 0 && whereLeads[q.wordAt(next)]
}

// focusOnPeople reports whether "which" asks for holders of an office or for
// people of a country.
func (q *question) focusOnPeople() bool {
	return slices.ContainsFunc(q.Focus, func(f string) bool {
		noun, plural := strings.CutSuffix(f, "s")
		return plural && (lexicon.RoleWords[noun] || countryNamed(f) != 0)
	})
}

// tookPart reports whether the question has "part" after "took" and the like.
func (q *question) tookPart() bool {
	i := slices.Index(q.Words, "part")
	return i > 0 && (partVerbs[q.Words[i-1]] || i+1 < len(q.Words) && q.Words[i+1] == "of")
}

var partVerbs = wordSet(`take took takes taking taken`)
