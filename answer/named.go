package answer

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// persons are the names in the sentence that can be a person's and that the
// question does not give.
func (e *evidence) persons(q *question) []text.Span {
	var spans []text.Span
	verb, befell := q.whoseVerb(), q.whomVerb()
	if e.isDoneToOther(q, verb) || e.onlyTells(q, verb) || e.lacksDeed(q, verb) {
		return nil
	}
	for _, n := range e.unasked(q) {
		if !e.isOwner(n) && !e.isAside(q, n.First) && !e.isObjectAt(n.First, verb, q) && !e.isUndergoer(q, n.Next, verb) && !e.isSpared(q, n.First, n.Next, befell) && e.personLike(n) && n.First >= e.dateline() && !e.beginsCompound(n) && !q.echoes(e.words()[n.First:n.Next], "") && !e.deniesAround(q, n.Span) && !e.isNobodyAsked(q, n, verb) {
			spans = append(spans, n.Span)
		}
	}
	return spans
}

// isAside reports whether what begins at word i is only given as a reason, a namesake, a
// bearing or one who has gone ("because of Ann", "named after Ann", "north of Ann Arbor",
// "replaced Ann"), which the question does not ask for: it is nobody who did anything.
func (e *evidence) isAside(q *question, i int) bool {
	words := e.words()
	if i > 0 && replacing[words[i-1].Norm] && !q.has(replacing) {
		return true
	}
	return i > 1 && (asides[words[i-2].Norm+" "+words[i-1].Norm] || words[i-1].Norm == "of" && bearings[words[i-2].Norm]) && !slices.Contains(q.Words, words[i-2].Norm)
}

var (
	asides    = map[string]bool{"because of": true, "due to": true, "instead of": true, "except for": true, "apart from": true, "named after": true, "called after": true}
	bearings  = wordSet(`north south east west outside outskirts centre center edge town city port suburb coast`)
	replacing = wordSet(`replace replaces replaced replacing succeed succeeds succeeded succeeding`)
)

// beginsCompound reports whether a name is the first part of a compound: "Danish-built".
func (e *evidence) beginsCompound(n value.Name) bool {
	return strings.HasPrefix(e.passage().Text[n.End:], "-")
}

// personLike tells a person's name from that of a place, a body or an event, as
// far as words can.
func (e *evidence) personLike(n value.Name) bool {
	words := e.words()
	for _, w := range words[n.First:n.Next] {
		if lexicon.NotPerson[w.Norm] {
			return false
		}
	}
	if isLand(words[n.First:n.Next]) || n.Next-n.First > 6 {
		return false
	}
	if lexicon.PlaceNouns[words[n.Next-1].Norm] && e.afterPlaceLead(n, false) {
		return false // "in Albert Park"
	}
	if before := n.First - 1; before >= 0 && n.Next-n.First == 1 && (lexicon.PlaceLeads[words[before].Norm] || lexicon.MotionLeads[words[before].Norm]) {
		return false
	}
	return true
}

// isLand reports whether words are no more than the name of a country.
func isLand(words []retrieval.Word) bool {
	country := func(w retrieval.Word) bool { return text.IsCountry(w.Norm) }
	return slices.ContainsFunc(words, country) &&
		!slices.ContainsFunc(words, func(w retrieval.Word) bool { return !isArticle(w.Norm) && !country(w) && !landWords[w.Norm] })
}

var landWords = wordSet(`states kingdom union republic`)

// asksFor reports whether the question itself has all words of a name.
func (e *evidence) asksFor(q *question, n value.Name) bool {
	for _, w := range e.words()[n.First:n.Next] {
		if !q.asksWord(w) {
			return false
		}
	}
	return true
}

// unasked are the names in the sentence that the question does not give.
func (e *evidence) unasked(q *question) []value.Name {
	var names []value.Name
	for _, n := range e.sentence.Names {
		if !e.asksFor(q, n) {
			names = append(names, n)
		}
	}
	return names
}

// focusKnown reports whether the corpus speaks of such a thing at all: without
// the word "university" it names none.
func (q *question) focusKnown() bool {
	for t := range q.terms {
		if q.focus[q.terms[t].Stem] && !q.terms[t].Known {
			return false
		}
	}
	return true
}

// bodyNamed reports whether the sentence names something that the question does
// not.
func (e *evidence) bodyNamed(q *question) bool { return len(e.unasked(q)) > 0 }
