package answer

import (
	"slices"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

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
		return e.boundBefore(q, i) && !q.has(boundLeads) && !q.earlier || w.End == at.End && e.describesNext(i)
	}
	return false
}

// boundsAbsence reports whether it is asked since when something is so, and a date only tells since when
// something was not: "nobody had come since 2015".
func (e *evidence) boundsAbsence(q *question, v value.Value) bool {
	if v.Kind != value.Date || q.wordAt(0) != "since" || q.has(lexicon.NotCues) || q.has(absences) || slices.Contains(q.Words, "away") {
		return false
	}
	at := e.wordAt(v.Start)
	return at > 0 && e.words()[at-1].Norm == "since" &&
		slices.ContainsFunc(e.clauseWords(v.Span), func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] })
}

// boundReach is how many words before a date "since" and the like may stand:
// "since launching the invasion of Ukraine in February 2022".
const boundReach = 7

// boundBefore reports whether a bound leads to the date at word i, in its clause,
// with nothing between them that the question asks about ("before being sold in
// 1867" dates the sale).
func (e *evidence) boundBefore(q *question, i int) bool {
	words := e.words()
	c := clause.At(e.clauses(), i)
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
	return slices.ContainsFunc(q.matches(&w), func(m termMatch) bool { return !q.terms[m.term].Name && !q.isLight(m.term) })
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

// datesSaying reports whether a date only tells when somebody said something, of which the
// question does not ask: "…, the ministry said on Saturday".
func (e *evidence) datesSaying(q *question, v value.Value) bool {
	if v.Kind != value.Date || slices.ContainsFunc(q.Words, func(w string) bool { return lexicon.Saying[text.Stem(w)] }) {
		return false
	}
	words, i := e.words(), e.wordAt(v.Start)-1
	for i > 0 && dayLeads[words[i].Norm] {
		i--
	}
	return i > 0 && sayingVerbs[words[i].Norm]
}

var (
	dayLeads    = wordSet(`on late early`)
	sayingVerbs = wordSet(`said says`)
)
