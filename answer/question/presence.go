package question

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Postures with what leads on to where: "sat in the front row", "stood beside him".
var Postures = text.WordSet(`sat sitting seated stood standing sits stands watched listened`)

var (
	// Gatherings are what people take part in, and seats where they are who do.
	Gatherings = text.WordSet(`summit summits talks meeting meetings conference session ceremony debate trial hearing gathering negotiations discussions discussion
		event verdict vote dinner dialogue briefing reception funeral wedding concert match game`)
	seats = text.WordSet(`table room podium stage side`)
	// BeingThere are verbs of those who are there.
	BeingThere = text.WordSet(`attend attended join joined participate participated sit sat arrive arrived come came travel travelled traveled get got go went fly flew
		leave left walk walked storm stormed invite invited include included present appear appeared accompany accompanied`)
	// PresenceAlone are the stems of verbs of being there that need no object.
	PresenceAlone = text.StemSet(`attend participate come appear arrive sit invited included`)
)

// WhereLeads lead to the place where somebody or something was.
var WhereLeads = text.WordSet(`in at on near to into outside inside from`)

// readPresence reads whether the question takes for granted that somebody was there: by
// the verb, or by where it is supposed to have been done.
func (q *Question) readPresence(s *Supposed) {
	s.Presence = BeingThere[s.norm]
	s.Things = slices.DeleteFunc(s.Things, func(t int) bool {
		s.Presence = s.Presence || seats[q.Terms[t].Norm] && q.isCircumstance(q.Terms[t].At)
		return seats[q.Terms[t].Norm]
	})
	for _, t := range s.Things {
		if Gatherings[q.Terms[t].Norm] && !slices.Contains(s.Asked, t) {
			s.Events = append(s.Events, t)
			s.Presence = s.Presence || q.isCircumstance(q.Terms[t].At)
		}
	}
}

// SupposedPlace is the term of the place where a question that asks for something takes for granted
// that it was done, or -1: "Who met Ann in Norwick?", but neither "Who ended the war in Norwick?" nor
// "Did Ann go to Norwick?".
func (q *Question) SupposedPlace() int {
	if q.Kind == retrieval.KindYesNo || q.Has(Modals) || q.AsksAhead() {
		return -1
	}
	d := q.ReadDeed()
	verb := max(d.Verb, d.Light, q.WhoseVerb())
	leads := func(w string) bool { return placeLeads[w] || w == "to" && d.Light >= 0 && d.Verb < 0 }
	return slices.IndexFunc(q.Terms, func(t retrieval.Term) bool {
		before := t.At - 2
		if ClassWords[q.WordAt(before+1)] == ClassDeterminer {
			before--
		}
		return t.Name && before > 0 && leads(q.WordAt(before+1)) && q.isDoneAt(before, verb)
	})
}

// someOf stand before a gathering of which it is open whether it took place: "rule out a meeting in Norwick".
var someOf = text.WordSet(`a an any another second further next`)

// placeLeads are those of WhereLeads that lead to little but places, as "to" does behind "go".
var placeLeads = text.WordSet(`in at near outside inside`)

// isDoneAt reports whether word i of the question is its verb, or somebody's name or a gathering
// behind it: what a place stands behind may have been done there.
func (q *Question) isDoneAt(i, verb int) bool {
	return Gatherings[q.WordAt(i)] && !someOf[q.WordAt(i-1)] || slices.ContainsFunc(q.Terms, func(t retrieval.Term) bool {
		return t.At == i && (t.Name || verb >= 0 && t.At == q.Terms[verb].At)
	})
}

// IsPresence reports whether a word says that somebody is there.
func IsPresence(w retrieval.Word) bool { return PresenceVerbs[w.Norm] || theres[w.Norm] }
