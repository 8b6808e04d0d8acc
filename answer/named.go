package answer

import (
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

var (
	placeLeads  = wordSet(`in at near outside inside around throughout within`)
	motionLeads = wordSet(`to from into toward towards across through`)
	motionVerbs = wordSet(`go going went from to travel travelled traveled fly flew fled move moved come came emigrate emigrated deport deported sent head headed`)
	placeNouns  = wordSet(`base city town village airport island islands river street avenue hotel palace square county state province region ocean sea lake
		mountain mountains valley park stadium hall house church cathedral university college republic kingdom empire peninsula bay`)
	notPerson = wordSet(`war council committee department ministry party union league organization organisation agency bank company corporation university college
		treaty act court church army navy force forces house senate congress parliament base city street river sea ocean island islands empire kingdom republic
		europe asia africa america north south east west conference summit olympics cup prize award university institute museum times post news`)
)

// persons are the names in the sentence that can be a person's and that the
// question does not give.
func (e *evidence) persons(q *question) []text.Span {
	var spans []text.Span
	for _, n := range e.sentence.Names {
		if !e.asksFor(q, n) && e.personLike(n) {
			spans = append(spans, n.Span)
		}
	}
	return spans
}

// personLike tells a person's name from that of a place, a body or an event, as
// far as words can.
func (e *evidence) personLike(n value.Name) bool {
	words := e.words()
	for _, w := range words[n.First:n.Next] {
		if notPerson[w.Norm] {
			return false
		}
	}
	if n.Next-n.First == 1 && text.IsCountry(words[n.First].Norm) || n.Next-n.First > 6 {
		return false
	}
	if before := n.First - 1; before >= 0 && n.Next-n.First == 1 && (placeLeads[words[before].Norm] || motionLeads[words[before].Norm]) {
		return false
	}
	return true
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
func (e *evidence) bodyNamed(q *question) bool {
	for _, n := range e.sentence.Names {
		if !e.asksFor(q, n) {
			return true
		}
	}
	return false
}

// placeSpans are the places that the sentence gives: names after a preposition
// of place or with a noun of place, with the larger places that follow
// ("Joint Base Elmendorf-Richardson in Anchorage, Alaska").
func (e *evidence) placeSpans(q *question) []text.Span {
	var spans []text.Span
	names := e.sentence.Names
	for i := 0; i < len(names); i++ {
		if !e.placeLike(names[i], q.has(motionVerbs)) || e.asksFor(q, names[i]) {
			continue
		}
		last := i
		for last+1 < len(names) && e.joinsPlace(names[last], names[last+1]) {
			last++
		}
		if sp := (text.Span{Start: names[i].Start, End: names[last].End}); q.attach(e, sp) > 0 {
			spans = append(spans, sp)
		}
		i = last
	}
	return spans
}

// placeLike reports whether a name follows a preposition of place, or has a noun
// of place in it; prepositions of motion count only where motion is asked about.
func (e *evidence) placeLike(n value.Name, motion bool) bool {
	words := e.words()
	if e.adjectival(n) {
		return false
	}
	for back := 1; back <= 2 && n.First-back >= 0; back++ {
		w := words[n.First-back]
		if placeLeads[w.Norm] || motion && motionLeads[w.Norm] {
			return true
		}
		if motionLeads[w.Norm] || w.Norm != "the" {
			break
		}
	}
	for _, w := range words[n.First:n.Next] {
		if placeNouns[w.Norm] {
			return true
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

// joinsPlace reports whether two names make one place: "X, Y", "X in Y".
func (e *evidence) joinsPlace(a, b value.Name) bool {
	gap := strings.TrimSpace(e.passage().Text[a.End:b.Start])
	switch strings.Trim(gap, ", ") {
	case "", "in", "near", "outside", "at", "in the":
		return len(gap) > 0
	}
	return false
}

// roleWords are the small words of titles and offices.
var roleWords = wordSet(`special envoy senior adviser advisor presidential aide chief minister president prime foreign vice deputy former leader secretary general
	spokesman spokeswoman spokesperson ambassador chancellor director head chairman chairwoman chair governor senator representative commander king queen prince
	princess pope professor doctor author actor singer player coach manager founder executive officer ceo economist analyst journalist lawyer judge officer chief
	top national security defence defense finance treasury commerce press state veteran diplomat negotiator mediator oligarch politician scientist physicist
	mathematician engineer inventor poet writer painter composer philosopher explorer general admiral captain colonel lieutenant mayor premier kremlin counterpart`)

// roleSpan is the title or the description of the person that the question
// names: what stands directly before the name, or an apposition after it.
func (e *evidence) roleSpan(q *question) text.Span {
	words := e.words()
	first, next := e.subject(q)
	if next == 0 {
		return text.Span{}
	}
	start := first
	for start > 0 && e.roleWord(words, start-1) {
		start--
	}
	for start < first && words[start].Stop {
		start++
	}
	if start < first {
		return text.Span{Start: words[start].Start, End: words[first-1].End}
	}
	if sp := e.descriptionBefore(first); sp.Len() > 0 {
		return sp
	}
	return e.apposition(next)
}

// subject finds the words of the name that the question asks about.
func (e *evidence) subject(q *question) (first, next int) {
	words := e.words()
	for i, w := range words {
		if !q.isNameTerm(w) {
			continue
		}
		next = i + 1
		for next < len(words) && q.isNameTerm(words[next]) {
			next++
		}
		return i, next
	}
	return 0, 0
}

func (q *question) isNameTerm(w retrieval.Word) bool {
	for t := range q.terms {
		if q.terms[t].Name && q.terms[t].Matches(w) {
			return true
		}
	}
	return false
}

// roleWord reports whether word i can belong to a title that ends before word
// i+1: a noun of office, a capitalised word, or a small word between them.
func (e *evidence) roleWord(words []retrieval.Word, i int) bool {
	gap := e.passage().Text[words[i].End:words[i+1].Start]
	if gap != " " && gap != "-" {
		return false
	}
	w := words[i]
	switch w.Norm {
	case "of", "for", "the", "to":
		return i > 0
	case "and":
		return i > 0 && !e.endsPerson(i)
	}
	return roleWords[w.Norm] || w.IsCapital() && !w.Stop
}

// endsPerson reports whether a person's name ends just before word i.
func (e *evidence) endsPerson(i int) bool {
	for _, n := range e.sentence.Names {
		if n.Next == i && e.personLike(n) {
			return true
		}
	}
	return false
}

// descriptionBefore is the description that a name follows after a comma: "The
// keeper of the lighthouse, Ana Brandt, …".
func (e *evidence) descriptionBefore(first int) text.Span {
	words := e.words()
	s := e.passage().Text
	if first == 0 || strings.TrimSpace(s[words[first-1].End:words[first].Start]) != "," {
		return text.Span{}
	}
	from := first - 1
	for from > 0 && first-from < 10 && !strings.ContainsAny(s[words[from-1].End:words[from].Start], ",;.()“”") {
		from--
	}
	if !descriptionStarts[words[from].Norm] {
		return text.Span{}
	}
	return text.Span{Start: words[from].Start, End: words[first-1].End}
}

var descriptionStarts = wordSet("the a an its his her their our")

// apposition is what follows the name after a comma ("…, the special envoy,") or
// after "is" or "was".
func (e *evidence) apposition(next int) text.Span {
	words := e.words()
	if next >= len(words) {
		return text.Span{}
	}
	s := e.passage().Text
	gap := strings.TrimSpace(s[words[next-1].End:words[next].Start])
	from := next
	switch {
	case gap == "," && (words[next].Norm == "the" || words[next].Norm == "a" || words[next].Norm == "an" || roleWords[words[next].Norm]):
	case gap == "" && (words[next].Norm == "is" || words[next].Norm == "was") && next+1 < len(words):
		from++
	default:
		return text.Span{}
	}
	end := from + 1
	for end < len(words) && !strings.ContainsAny(s[words[end-1].End:words[end].Start], ",;.()") && end-from < 14 {
		end++
	}
	return text.Span{Start: words[from].Start, End: words[end-1].End}
}

// role is the short answer to "who is …".
func role(q *question, best []*evidence) string {
	for _, e := range best[:min(len(best), 5)] {
		if sp := e.roleSpan(q); sp.Len() > 0 {
			return sp.Of(e.passage().Text)
		}
	}
	return ""
}
