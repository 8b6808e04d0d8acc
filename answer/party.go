package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// party is a list of people who came with somebody: "Ann was joined by …", "…
// joined Ann", "for Ann, … joined", "the Danish delegation included …".
type party struct {
	from *evidence
	// owner are the words that say whose people they are.
	owner   []retrieval.Word
	camp    camp
	members []text.Span
}

// leastParty is how many members a list has at least.
const leastParty = 2

var (
	// contrasts part what a sentence says of one side from what it says of another.
	contrasts = wordSet(`while whereas`)
	// joinVerbs say who came with whom.
	joinVerbs = wordSet(`accompanied joined flanked represented escorted`)
	// holdVerbs say who belongs to a group.
	holdVerbs = wordSet(`included include includes comprised comprises`)
	// groupNouns are groups of people that belong to somebody.
	groupNouns = wordSet(`delegation team side entourage party group`)
	// sideLeads begin the words for whom others came.
	sideLeads = wordSet(`for with alongside beside`)
)

// parties are the lists of the sentence that belong to somebody.
func (e *evidence) parties() []party {
	words := e.words()
	var all []party
	for from := 0; from < len(words); {
		next := from + 1
		for next < len(words) && !contrasts[words[next].Norm] {
			next++
		}
		if p := e.party(from, next); len(p.members) >= leastParty {
			all = append(all, p)
		}
		from = next
	}
	return all
}

// party reads the list in some words of the sentence, by its verb.
func (e *evidence) party(from, next int) party {
	words := e.words()
	at := from + slices.IndexFunc(words[from:next], func(w retrieval.Word) bool { return joinVerbs[w.Norm] || holdVerbs[w.Norm] })
	if at < from {
		return party{}
	}
	before, after := words[from:at], words[at+1:next]
	switch {
	case holdVerbs[words[at].Norm]:
		if !slices.ContainsFunc(before, func(w retrieval.Word) bool { return groupNouns[w.Norm] }) {
			return party{}
		}
		return party{from: e, owner: before, members: e.peopleIn(at+1, next)}
	case len(after) > 0 && after[0].Norm == "by":
		return party{from: e, owner: before, members: e.peopleIn(at+2, next)}
	case len(before) > 2 && sideLeads[before[0].Norm]:
		return party{from: e, owner: before[1:2], members: e.peopleIn(from+2, at)}
	}
	return party{from: e, owner: after[:min(len(after), ownerReach)], members: e.peopleIn(from, at)}
}

// ownerReach is how many words after "joined" are read for whom was joined.
const ownerReach = 5

// peopleIn is the longest list of people in some words of the sentence.
func (e *evidence) peopleIn(first, next int) []text.Span {
	var names []text.Span
	for _, n := range e.sentence.Names {
		if n.First >= first && n.Next <= next && e.personLike(n) && !e.partOfPlace(n) {
			names = append(names, n.Span)
		}
	}
	return e.enumerated(names)
}

// span is the list from its first member, with the title, to its last.
func (p party) span() text.Span {
	return text.Span{Start: p.from.withTitle(p.members[0]), End: p.members[len(p.members)-1].End}
}
