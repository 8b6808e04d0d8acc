package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// motionVerbs of a question make prepositions of motion tell a place.
var motionVerbs = text.WordSet(`go going went from to travel travelled traveled fly flew fled move moved come came emigrate emigrated deport deported sent head headed`)

// PlaceSpans are the places that the sentence gives: names after a preposition
// of place or with a noun of place, with the larger places that follow
// ("Joint Base Elmendorf-Richardson in Anchorage, Alaska").
func (e *Evidence) PlaceSpans(q *question.Question) []text.Span {
	var spans []text.Span
	if e.Denies(q) {
		return nil
	}
	names := e.Sentence.Names
	for i := 0; i < len(names); i++ {
		if !e.placeLike(names[i], q.Has(motionVerbs)) || e.AsksFor(q, names[i]) {
			continue
		}
		last := i
		for last+1 < len(names) && e.joinsPlace(names[last], names[last+1]) {
			last++
		}
		if sp := (text.Span{Start: names[i].Start, End: names[last].End}); Attach(q, e, sp) > 0 && !e.toCome(q, sp) {
			spans = append(spans, sp)
		}
		i = last
	}
	return spans
}

// toCome reports whether a clause speaks of what is to come, while the question asks
// for what was: where the next meeting is to be is not where this one was.
func (e *Evidence) toCome(q *question.Question, at text.Span) bool {
	if !q.Has(question.PastAuxiliaries) || q.Has(Futures) {
		return false
	}
	clause := e.ClauseWords(at)
	return slices.ContainsFunc(clause, question.IsModal) || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return Futures[w.Norm] })
}

// placeLike reports whether a name follows a preposition of place, or has a noun
// of place in it; prepositions of motion count only where motion is asked about.
func (e *Evidence) placeLike(n value.Name, motion bool) bool {
	if e.adjectival(n) {
		return false
	}
	if e.AfterPlaceLead(n, motion) {
		return true
	}
	for _, w := range e.Words()[n.First:n.Next] {
		if lexicon.PlaceNouns[w.Norm] {
			return true
		}
	}
	return false
}

// AfterPlaceLead reports whether a preposition of place comes before a name, with
// "the" between them at most.
func (e *Evidence) AfterPlaceLead(n value.Name, motion bool) bool {
	words := e.Words()
	for back := 1; back <= 2 && n.First-back >= 0; back++ {
		w := words[n.First-back]
		if lexicon.PlaceLeads[w.Norm] || motion && lexicon.MotionLeads[w.Norm] {
			return true
		}
		if lexicon.MotionLeads[w.Norm] || w.Norm != "the" {
			return false
		}
	}
	return false
}

// adjectival reports whether a country's name only describes the noun after it
// ("U.S. military property").
func (e *Evidence) adjectival(n value.Name) bool {
	words := e.Words()
	if !text.IsCountry(words[n.Next-1].Norm) || n.Next >= len(words) {
		return false
	}
	next := words[n.Next]
	return !next.Stop && !next.IsCapital() && e.Passage().Text[n.End:next.Start] == " "
}

// joinsPlace reports whether two names make one place: "X, Y", "X in Y", "the King's Inn".
func (e *Evidence) joinsPlace(a, b value.Name) bool {
	gap := strings.TrimSpace(e.Passage().Text[a.End:b.Start])
	if owner := e.Words()[a.Next-1]; gap == "" && owner.Len() > len(owner.Text) {
		return true
	}
	switch strings.Trim(gap, ", ") {
	case "", "in", "near", "outside", "at", "in the":
		return len(gap) > 0
	}
	return false
}
