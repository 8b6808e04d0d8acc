package answer

import (
	"math"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// place is the most exact of the places that the best sentences give, and puts
// its sentence first.
func place(q *question, best []*evidence) string {
	from, bestScore, found := best[0], math.Inf(-1), ""
	for _, e := range best {
		if e.score < best[0].score-kindMargin {
			continue
		}
		if p := e.nearest(q, e.placeSpans(q)); p != "" {
			if score := e.score + exactPlace*float64(min(len(strings.Fields(p)), 6)); score > bestScore {
				from, bestScore, found = e, score, p
			}
		}
	}
	moveFirst(best, from)
	return found
}

// exactPlace is what each further word of a place is worth in log odds: "Joint
// Base X in Y, Z" tells more than "Z".
const exactPlace = 0.3

// motionVerbs of a question make prepositions of motion tell a place.
var motionVerbs = wordSet(`go going went from to travel travelled traveled fly flew fled move moved come came emigrate emigrated deport deported sent head headed`)

// placeSpans are the places that the sentence gives: names after a preposition
// of place or with a noun of place, with the larger places that follow
// ("Joint Base Elmendorf-Richardson in Anchorage, Alaska").
func (e *evidence) placeSpans(q *question) []text.Span {
	var spans []text.Span
	if e.denies(q) {
		return nil
	}
	names := e.sentence.Names
	for i := 0; i < len(names); i++ {
		if !e.placeLike(names[i], q.has(motionVerbs)) || e.asksFor(q, names[i]) {
			continue
		}
		last := i
		for last+1 < len(names) && e.joinsPlace(names[last], names[last+1]) {
			last++
		}
		if sp := (text.Span{Start: names[i].Start, End: names[last].End}); q.attach(e, sp) > 0 && !e.toCome(q, sp) {
			spans = append(spans, sp)
		}
		i = last
	}
	return spans
}

// toCome reports whether a clause speaks of what is to come, while the question asks
// for what was: where the next meeting is to be is not where this one was.
func (e *evidence) toCome(q *question, at text.Span) bool {
	if !q.has(pastAsked) || q.has(futures) {
		return false
	}
	clause := e.clauseWords(at)
	return slices.ContainsFunc(clause, isModal) || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return futures[w.Norm] })
}

// pastAsked are the verbs of a question for what was.
var pastAsked = wordSet(`did was were`)

// placeLike reports whether a name follows a preposition of place, or has a noun
// of place in it; prepositions of motion count only where motion is asked about.
func (e *evidence) placeLike(n value.Name, motion bool) bool {
	if e.adjectival(n) {
		return false
	}
	if e.afterPlaceLead(n, motion) {
		return true
	}
	for _, w := range e.words()[n.First:n.Next] {
		if lexicon.PlaceNouns[w.Norm] {
			return true
		}
	}
	return false
}

// afterPlaceLead reports whether a preposition of place comes before a name, with
// "the" between them at most.
func (e *evidence) afterPlaceLead(n value.Name, motion bool) bool {
	words := e.words()
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
func (e *evidence) adjectival(n value.Name) bool {
	words := e.words()
	if !text.IsCountry(words[n.Next-1].Norm) || n.Next >= len(words) {
		return false
	}
	next := words[n.Next]
	return !next.Stop && !next.IsCapital() && e.passage().Text[n.End:next.Start] == " "
}

// joinsPlace reports whether two names make one place: "X, Y", "X in Y", "the King's Inn".
func (e *evidence) joinsPlace(a, b value.Name) bool {
	gap := strings.TrimSpace(e.passage().Text[a.End:b.Start])
	if owner := e.words()[a.Next-1]; gap == "" && owner.Len() > len(owner.Text) {
		return true
	}
	switch strings.Trim(gap, ", ") {
	case "", "in", "near", "outside", "at", "in the":
		return len(gap) > 0
	}
	return false
}
