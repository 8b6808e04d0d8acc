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

// Persons are the names in the sentence that can be a person's and that the
// question does not give.
func (e *Evidence) Persons(q *question.Question) []text.Span {
	var spans []text.Span
	verb, befell := q.WhoseVerb(), q.WhomVerb()
	if e.IsDoneToOther(q, verb) || e.OnlyTells(q, verb) || e.LacksDeed(q, verb) || e.OnlyMeans(q) || e.IsTurned(q) {
		return nil
	}
	for _, n := range e.Unasked(q) {
		if (!e.IsOwner(n) || q.WordAt(0) == "whose") && !e.IsNotOwner(q, n.First, n.Next) && !e.IsAside(q, n.First) && !e.IsObjectAt(n.First, verb, q) && !e.IsUndergoer(q, n.Next, verb) && !e.IsSpared(q, n.First, n.Next, befell) && e.PersonLike(n) && n.First >= e.Dateline() && !e.beginsCompound(n) && !Echoes(q, e.Words()[n.First:n.Next], "") && !e.DeniesAround(q, n.Span) && !e.IsOfOtherTime(q, n.Span) && !e.isNobodyAsked(q, n, verb) && !e.IsOnlyMeant(q, n.Span) {
			spans = append(spans, n.Span)
		}
	}
	return spans
}

// IsAside reports whether what begins at word i is only given as a reason, a namesake, a
// bearing or one who has gone ("because of Ann", "named after Ann", "north of Ann Arbor",
// "replaced Ann"), which the question does not ask for: it is nobody who did anything.
func (e *Evidence) IsAside(q *question.Question, i int) bool {
	words := e.Words()
	if i > 0 && replacing[words[i-1].Norm] && !q.Has(replacing) {
		return true
	}
	return i > 1 && (asides[words[i-2].Norm+" "+words[i-1].Norm] || words[i-1].Norm == "of" && bearings[words[i-2].Norm]) && !slices.Contains(q.Words, words[i-2].Norm)
}

var (
	asides    = map[string]bool{"because of": true, "due to": true, "instead of": true, "except for": true, "apart from": true, "named after": true, "called after": true}
	bearings  = text.WordSet(`north south east west outside outskirts centre center edge town city port suburb coast`)
	replacing = text.WordSet(`replace replaces replaced replacing succeed succeeds succeeded succeeding`)
)

// beginsCompound reports whether a name is the first part of a compound: "Danish-built".
func (e *Evidence) beginsCompound(n value.Name) bool {
	return strings.HasPrefix(e.Passage().Text[n.End:], "-")
}

// PersonLike tells a person's name from that of a place, a body or an event, as
// far as words can.
func (e *Evidence) PersonLike(n value.Name) bool {
	words := e.Words()
	own := untitled(words[n.First:n.Next])
	for _, w := range own {
		if lexicon.NotPerson[w.Norm] {
			return false
		}
	}
	if isLand(words[n.First:n.Next]) || len(own) > longestName {
		return false
	}
	if lexicon.PlaceNouns[words[n.Next-1].Norm] && e.AfterPlaceLead(n, false) {
		return false // "in Albert Park"
	}
	if before := n.First - 1; before >= 0 && n.Next-n.First == 1 && (lexicon.PlaceLeads[words[before].Norm] || lexicon.MotionLeads[words[before].Norm]) {
		return false
	}
	return true
}

// longestName is how many words the name of a person has at the most.
const longestName = 6

// untitled are the words of a name after its last title: "White House Chief of Staff Ida
// Holm" is named for a house, and no house.
func untitled(name []retrieval.Word) []retrieval.Word {
	for i := len(name) - 2; i >= 0; i-- {
		if lexicon.RoleWords[name[i].Norm] {
			return name[i+1:]
		}
	}
	return name
}

// isLand reports whether words are no more than the name of a country.
func isLand(words []retrieval.Word) bool {
	country := func(w retrieval.Word) bool { return text.IsCountry(w.Norm) }
	return slices.ContainsFunc(words, country) &&
		!slices.ContainsFunc(words, func(w retrieval.Word) bool { return !IsArticle(w.Norm) && !country(w) && !landWords[w.Norm] })
}

var landWords = text.WordSet(`states kingdom union republic`)

// AsksFor reports whether the question itself has all words of a name.
func (e *Evidence) AsksFor(q *question.Question, n value.Name) bool {
	for _, w := range e.Words()[n.First:n.Next] {
		if !q.AsksWord(w) {
			return false
		}
	}
	return true
}

// Unasked are the names in the sentence that the question does not give.
func (e *Evidence) Unasked(q *question.Question) []value.Name {
	var names []value.Name
	for _, n := range e.Sentence.Names {
		if !e.AsksFor(q, n) {
			names = append(names, n)
		}
	}
	return names
}

// focusKnown reports whether the corpus speaks of such a thing at all: without
// the word "university" it names none.
func focusKnown(q *question.Question) bool {
	for t := range q.Terms {
		if q.FocusStems[q.Terms[t].Stem] && !q.Terms[t].Known {
			return false
		}
	}
	return true
}

// bodyNamed reports whether the sentence names something that the question does
// not.
func (e *Evidence) bodyNamed(q *question.Question) bool { return len(e.Unasked(q)) > 0 }

// FullName is where a name stands, with a first name that only begins the sentence.
func (e *Evidence) FullName(first, next int) text.Span {
	words := e.Words()
	if first == 1 && words[0].IsCapital() && !words[0].Stop && !lexicon.RoleWords[words[0].Norm] && e.Passage().Text[words[0].End:words[1].Start] == " " {
		first = 0
	}
	return text.Span{Start: words[first].Start, End: words[next-1].End}
}

// Echoes reports whether words are no more than a name that the question gives, with a
// title or a first name: "Secretary Ann Berg" where it is asked who follows Berg. Another
// one of the family may be an answer, where the question has the first name.
func Echoes(q *question.Question, words []retrieval.Word, head string) bool {
	if slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return !w.IsCapital() && !question.IsClosed(w.Norm) && !lexicon.RoleWords[w.Norm]
	}) {
		return false
	}
	last := nameTerm(q, &words[len(words)-1])
	if last < 0 || q.Terms[last].Stem == head {
		return false
	}
	first := last - 1
	if first < 0 || !q.Terms[first].Name || q.Terms[first].At != q.Terms[last].At-1 {
		return true
	}
	return slices.ContainsFunc(words[:len(words)-1], func(w retrieval.Word) bool { return nameTerm(q, &w) == first })
}

// nameTerm is the term of a name that a word is, or -1.
func nameTerm(q *question.Question, w *retrieval.Word) int {
	for _, m := range q.Matches(w) {
		if q.Terms[m.Term].Name && m.Strength >= question.KinShares[text.Family] {
			return m.Term
		}
	}
	return -1
}

// WordBefore is the word before word i and its article, or "".
func WordBefore(words []retrieval.Word, i int) string {
	i--
	for i >= 0 && IsArticle(words[i].Norm) {
		i--
	}
	if i < 0 {
		return ""
	}
	return words[i].Norm
}

// NamesPerson reports whether a passage tells that the bearer of a name is a person.
func (e *Evidence) NamesPerson(n value.Name, all []*Evidence) bool {
	key := e.Words()[n.Next-1].Norm
	told := func(p *retrieval.Passage) bool {
		return slices.ContainsFunc(p.Referents, func(r retrieval.Referent) bool { return r.Key == key && r.IsPerson() })
	}
	return e.PersonLike(n) && (told(e.Passage()) || slices.ContainsFunc(all, func(o *Evidence) bool { return o.At == 0 && told(o.Passage()) }))
}

// IsOwner reports whether a name is a possessive ("Lund's").
func (e *Evidence) IsOwner(n value.Name) bool {
	return e.Words()[n.Next-1].IsPossessive()
}

// NamesPeople reports whether a word is a noun for somebody or for a body of people.
func NamesPeople(w retrieval.Word) bool {
	return lexicon.RoleWords[w.Norm] || lexicon.RoleWords[strings.TrimSuffix(w.Norm, "s")] || question.Agentive(w.Norm) || bodies[w.Norm]
}

// bodies are nouns for people, and for those who act together, that no ending tells.
var bodies = text.WordSet(`man men woman women child children boy boys girl girls people person persons family families couple wife husband son sons daughter daughters
	mother father parents brother brothers sister sisters friend friends neighbour neighbours neighbor neighbors citizen citizens student students pupil pupils
	resident residents tenant tenants client clients patient patients guest guests victim victims agent agents expert experts scientist scientists police army navy
	government parliament council court jury board committee commission company companies firm firms union unions party parties team teams club clubs group groups
	crowd public nation nations state states country countries tribe tribes church churches bank banks authority authorities agency agencies king queen god gods
	noble nobles peasant peasants slave slaves saint saints monk monks everyone everybody nobody none both`)

// NamesAndNumbers are those of the passage.
func (e *Evidence) NamesAndNumbers() map[string]bool {
	set := map[string]bool{}
	for _, w := range e.Passage().Words {
		if TellsApart(w) {
			set[w.Norm] = true
		}
	}
	return set
}

// TellsApart reports whether a word is a name or a number.
func TellsApart(w retrieval.Word) bool { return !w.Stop && (w.IsCapital() || w.IsNumeric()) }
