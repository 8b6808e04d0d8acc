package yesno

import (
	"slices"

	"sherpa/answer/evidence"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Party is a list of people who came with somebody: "Ann was joined by …", "…
// joined Ann", "for Ann, … joined", "the Danish delegation included …".
type Party struct {
	From *evidence.Evidence
	// Owner are the words that say whose people they are.
	Owner   []retrieval.Word
	Camp    Camp
	Members []text.Span
}

// leastParty is how many members a list has at least.
const leastParty = 2

var (
	// contrasts part what a sentence says of one side from what it says of another.
	contrasts = text.WordSet(`while whereas`)
	// joinVerbs say who came with whom.
	joinVerbs = text.WordSet(`accompanied joined flanked represented escorted`)
	// holdVerbs say who belongs to a group.
	holdVerbs = text.WordSet(`included include includes comprised comprises`)
	// groupNouns are groups of people that belong to somebody.
	groupNouns = text.WordSet(`delegation team side entourage party group`)
	// sideLeads begin the words for whom others came.
	sideLeads = text.WordSet(`for with alongside beside`)
)

// Parties are the lists of the sentence that belong to somebody.
func Parties(e *evidence.Evidence) []Party {
	words := e.Words()
	var all []Party
	for from := 0; from < len(words); {
		next := from + 1
		for next < len(words) && !contrasts[words[next].Norm] {
			next++
		}
		if p := party(e, from, next); len(p.Members) >= leastParty {
			all = append(all, p)
		}
		from = next
	}
	return all
}

// party reads the list in some words of the sentence, by its verb.
func party(e *evidence.Evidence, from, next int) Party {
	words := e.Words()
	at := from + slices.IndexFunc(words[from:next], func(w retrieval.Word) bool { return joinVerbs[w.Norm] || holdVerbs[w.Norm] })
	if at < from {
		return Party{}
	}
	before, after := words[from:at], words[at+1:next]
	switch {
	case holdVerbs[words[at].Norm]:
		if !slices.ContainsFunc(before, func(w retrieval.Word) bool { return groupNouns[w.Norm] }) {
			return Party{}
		}
		return Party{From: e, Owner: before, Members: peopleIn(e, at+1, next)}
	case len(after) > 0 && after[0].Norm == "by":
		return Party{From: e, Owner: before, Members: peopleIn(e, at+2, next)}
	case len(before) > 2 && sideLeads[before[0].Norm]:
		return Party{From: e, Owner: before[1:2], Members: peopleIn(e, from+2, at)}
	}
	return Party{From: e, Owner: after[:min(len(after), ownerReach)], Members: peopleIn(e, from, at)}
}

// ownerReach is how many words after "joined" are read for whom was joined.
const ownerReach = 5

// peopleIn is the longest list of people in some words of the sentence.
func peopleIn(e *evidence.Evidence, first, next int) []text.Span {
	var names []text.Span
	for _, n := range e.Sentence.Names {
		if n.First >= first && n.Next <= next && e.PersonLike(n) && !e.PartOfPlace(n) {
			names = append(names, n.Span)
		}
	}
	return e.Enumerated(names)
}

// Span is the list from its first member, with the title, to its last.
func (p Party) Span() text.Span {
	return text.Span{Start: p.From.WithTitle(p.Members[0]), End: p.Members[len(p.Members)-1].End}
}

// Camp is whose people are meant: those of a country, or of a person where the
// articles do not say of which country.
type Camp struct {
	Country int // a group of the lexicon
	Person  string
}
