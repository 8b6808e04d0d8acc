package answer

import (
	"math"
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Of the sentences that hold an answer of the expected kind, the best one may lie
// kindReach below the best of all, and the others kindMargin below it.
const (
	kindReach  = 2.0
	kindMargin = 1.5
)

// coverShare is the share of the best sentence's cover, with its surroundings,
// that a preferred sentence must have.
const coverShare = 0.6

// prefer moves the sentences that hold an answer of the expected kind before
// those that only share the question's words.
func prefer(q *question, all []*evidence) []*evidence {
	var first, rest []*evidence
	floor := all[0].score - kindReach
	for _, e := range all {
		if len(first) == 0 && e.score >= floor && e.answersKind(q) {
			floor = max(floor, e.score-kindMargin)
		}
		if e.score >= floor && e.answersKind(q) && q.cover(e.context) >= coverShare*q.cover(all[0].context) {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	return append(first, rest...)
}

// answersKind reports whether the sentence holds what the kind needs.
func (e *evidence) answersKind(q *question) bool {
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		return len(e.attached(q)) > 0
	case retrieval.KindPerson:
		return len(e.persons(q)) > 0
	case retrieval.KindPlace:
		return len(e.placeSpans(q)) > 0 || len(q.focus) > 0 && e.bodyNamed(q)
	case retrieval.KindOrganisation:
		return e.bodyNamed(q) && q.focusKnown()
	case retrieval.KindWhoIs:
		return e.roleSpan(q).Len() > 0
	case retrieval.KindList:
		return len(e.members(q)) > 1 && e.nameShare(q, e.matched) >= relatedShare
	case retrieval.KindQuotation:
		return (e.quotationSpan().Len() > 0 || e.reportsSpeech()) && e.speaks(q)
	}
	return true
}

// speaks reports whether the speaker that the question names is named in the
// sentence, or in the one before it where the sentence names nobody.
func (e *evidence) speaks(q *question) bool {
	for t := range q.terms {
		if !q.terms[t].Name {
			continue
		}
		return e.matched[t] > 0 || len(e.sentence.Names) == 0 && e.context[t] > 0
	}
	return true
}

// reportsSpeech reports whether the sentence says that somebody said something.
func (e *evidence) reportsSpeech() bool {
	for _, w := range e.words() {
		if saying[w.Stem] {
			return true
		}
	}
	return false
}

// saying are the stems of verbs of speech.
var saying = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("say tell state remark add declare announce warn call describe claim promise praise demand suggest argue insist acknowledge thank ask reply respond stress emphasize emphasise express voice confirm deny note quip joke") {
		m[text.Stem(w)] = true
	}
	return m
}()

// shortAnswer is the span that answers, or "" where the question has none.
func shortAnswer(q *question, best []*evidence) string {
	e := best[0]
	switch q.Kind {
	case retrieval.KindDate, retrieval.KindDuration, retrieval.KindNumber:
		if vs := e.attached(q); len(vs) > 0 {
			return vs[0].Of(e.passage().Text)
		}
	case retrieval.KindPerson:
		return e.nearest(q, e.persons(q))
	case retrieval.KindPlace:
		return place(q, best)
	}
	return ""
}

// place is the most exact of the places that the best sentences give, and puts
// its sentence first.
func place(q *question, best []*evidence) string {
	found, bestScore, text := best[0], math.Inf(-1), ""
	for _, e := range best {
		if e.score < best[0].score-kindMargin {
			continue
		}
		if p := e.nearest(q, e.placeSpans(q)); p != "" {
			if score := e.score + exactPlace*float64(min(len(strings.Fields(p)), 6)); score > bestScore {
				found, bestScore, text = e, score, p
			}
		}
	}
	moveFirst(best, found)
	return text
}

// exactPlace is what each further word of a place is worth in log odds: "Joint
// Base X in Y, Z" tells more than "Z".
const exactPlace = 0.3

// A value that stands apart in a sentence that matches well belongs to what is
// asked about too, but less surely. Below attachFloor it belongs to something
// else.
const (
	looseShare  = 0.6
	attachFloor = 0.3
)

// futures are the words of a question about what is to come.
var futures = wordSet(`will upcoming next`)

// has reports whether the sentence has one of the words.
func (e *evidence) has(set map[string]bool) bool {
	for _, w := range e.words() {
		if set[w.Norm] {
			return true
		}
	}
	return false
}

// apart reports whether a value stands in a clause that says nothing else, such
// as a parenthesis.
func (e *evidence) apart(at text.Span) bool {
	n := 0
	for _, w := range e.clauseWords(at) {
		if !w.Stop && (w.Start < at.Start || w.Start >= at.End) {
			n++
		}
	}
	return n <= 3
}

// attached are the values of the expected kind that belong to what the question
// asks about, best first.
func (e *evidence) attached(q *question) []value.Value {
	var found []value.Value
	best := 0.0
	if q.has(futures) && !e.has(modals) {
		return nil // what was does not tell when something will be
	}
	for _, v := range e.typedValues(q) {
		if q.Kind == retrieval.KindNumber && !e.unitFits(q, v) {
			continue
		}
		at := q.attach(e, v.Span)
		if at == 0 && e.apart(v.Span) {
			at = looseShare * q.cover(e.matched)
		}
		if at < attachFloor || v.Kind == value.Date && e.bounds(q, v.Span) != (q.kind() == retrieval.KindDuration) {
			continue
		}
		if at > best {
			best = at
			found = append([]value.Value{v}, found...)
		} else {
			found = append(found, v)
		}
	}
	return found
}

// boundLeads are the words before a date that make it a bound of something and
// not the time of what the sentence reports.
var boundLeads = wordSet(`since until till before after by`)

// bounds reports whether a date only bounds something or describes a noun
// ("since 2015", "his 2024 campaign"), while the question does not ask so.
func (e *evidence) bounds(q *question, at text.Span) bool {
	words := e.words()
	for i, w := range words {
		if w.Start != at.Start {
			continue
		}
		return e.boundBefore(q, i) && !q.has(boundLeads) || w.End == at.End && e.describesNext(i)
	}
	return false
}

// boundReach is how many words before a date "since" and the like may stand:
// "since launching the invasion of Ukraine in February 2022".
const boundReach = 7

// boundBefore reports whether a bound leads to the date at word i, in its clause,
// with nothing between them that the question asks about ("before being sold in
// 1867" dates the sale).
func (e *evidence) boundBefore(q *question, i int) bool {
	words := e.words()
	c := clauseOf(e.clauses, i)
	for k := i - 1; k >= max(c.Start, i-boundReach); k-- {
		if boundLeads[words[k].Norm] {
			return true
		}
		if q.asksMatter(words[k]) {
			return false
		}
	}
	return false
}

// asksMatter reports whether a word is what the question asks about, and no name.
func (q *question) asksMatter(w retrieval.Word) bool {
	for t := range q.terms {
		if !q.terms[t].Name && !q.isLight(t) && q.strength(t, w) > 0 {
			return true
		}
	}
	return false
}

// describesNext reports whether a number at word i stands before a noun.
func (e *evidence) describesNext(i int) bool {
	words := e.words()
	if !words[i].IsNumeric() || i == 0 || i+1 >= len(words) || dateLeads[words[i-1].Norm] {
		return false
	}
	next := words[i+1]
	return !next.Stop && !next.IsNumeric() && e.passage().Text[words[i].End:next.Start] == " "
}

var dateLeads = wordSet(`in on during of from early late mid around circa between and`)

// attach is the share of the question's weight in the clause of a value; 0 if
// the clause has none of what the question is about. Names may stand anywhere in
// the passage: news names people once and goes on about "the talks".
func (q *question) attach(e *evidence, at text.Span) float64 {
	m := q.match(e.clauseAround(at))
	matter := false
	for t := range m {
		matter = matter || m[t] > 0 && (!lightVerbs[q.terms[t].Stem] || len(q.terms) == 1) && (!q.terms[t].Name || q.onlyNames)
	}
	if !matter {
		return 0
	}
	q.inherit(e, m)
	return q.cover(m)
}

// inherit raises the matches of names to those of the passage.
func (q *question) inherit(e *evidence, m []float64) {
	whole := e.inPassage(q)
	for t := range m {
		if q.terms[t].Name && q.terms[t].IDF <= everywhere {
			m[t] = max(m[t], inheritedShare*whole[t])
		}
	}
}

// everywhere is the weight up to which a name is one that the whole corpus is
// about, so that a sentence need not repeat it: about a quarter of the passages
// have it.
const everywhere = 1.5

// inheritedShare is what a name counts for that stands elsewhere in the passage.
const inheritedShare = 0.8

// settled is the share of the question's weight in the sentence, with the names
// of its passage.
func (e *evidence) settled(q *question) float64 {
	m := slices.Clone(e.matched)
	q.inherit(e, m)
	return q.cover(m)
}

// clauseAround is the clause of a place; a relative clause brings the words
// before it, which it speaks of.
func (e *evidence) clauseAround(at text.Span) []retrieval.Word {
	words := e.words()
	for i, w := range words {
		if w.Start < at.Start {
			continue
		}
		c := clauseOf(e.clauses, i)
		if relatives[words[c.Start].Norm] {
			c.Start = max(0, c.Start-4)
		}
		return words[c.Start:c.End]
	}
	return nil
}

var relatives = wordSet("which who whom that where when whose")

// unitFits reports whether a number counts what the question asks for.
func (e *evidence) unitFits(q *question, v value.Value) bool {
	if len(q.focus) == 0 || v.Kind != value.Number || v.Unit == "" {
		return true
	}
	unit := text.Stem(v.Unit)
	for f := range q.focus {
		if f == unit || text.Related(f, unit) {
			return true
		}
	}
	return false
}

// nearest is the candidate whose surroundings match the question best; of equal
// ones the first.
func (e *evidence) nearest(q *question, spans []text.Span) string {
	best, bestScore := "", -1.0
	for i, sp := range spans {
		score := q.cover(q.match(e.clauseAround(sp))) - 0.02*float64(i)
		if score > bestScore {
			best, bestScore = sp.Of(e.passage().Text), score
		}
	}
	return strings.TrimSpace(best)
}

// quotationSpan is the first quotation of the sentence, without its marks.
func (e *evidence) quotationSpan() text.Span {
	s := e.text()
	open := strings.IndexAny(s, "“\"")
	if open < 0 {
		return text.Span{}
	}
	start := open + len("“")
	if s[open] == '"' {
		start = open + 1
	}
	end := strings.IndexAny(s[start:], "”\"")
	if end < 0 {
		end = len(s) - start
	}
	return text.Span{Start: e.sentence.Start + start, End: e.sentence.Start + start + end}
}

// quoted is the quotation of a sentence with its marks.
func quoted(e *evidence) string {
	sp := e.quotationSpan()
	if sp.Len() == 0 {
		return ""
	}
	return "“" + strings.TrimRight(sp.Of(e.passage().Text), ",") + "”"
}
