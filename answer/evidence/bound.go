package evidence

import (
	"slices"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// boundLeads are the words before a date that make it a bound of something and
// not the time of what the sentence reports.
var boundLeads = text.WordSet(`since until till before after by`)

// bounds reports whether a date only bounds something or describes a noun
// ("since 2015", "his 2024 campaign"), while the question does not ask so.
func (e *Evidence) bounds(q *question.Question, at text.Span) bool {
	words := e.Words()
	for i, w := range words {
		if w.Start != at.Start {
			continue
		}
		return e.boundBefore(q, i) && !q.Has(boundLeads) && !q.Earlier || w.End == at.End && e.describesNext(i)
	}
	return false
}

// IsEdition reports whether a date only says which one of its kind the noun behind it is: "the 2025
// fair".
func (e *Evidence) IsEdition(v value.Value) bool {
	at := e.WordAt(v.Start)
	return v.Kind == value.Date && at >= 0 && e.Words()[at].Start == v.Start && e.Words()[at].End == v.End && e.describesNext(at)
}

// boundsAbsence reports whether it is asked since when something is so, and a date only tells since when
// something was not: "nobody had come since 2015".
func (e *Evidence) boundsAbsence(q *question.Question, v value.Value) bool {
	if v.Kind != value.Date || q.WordAt(0) != "since" || q.Has(lexicon.NotCues) || q.Has(question.Absences) || slices.Contains(q.Words, "away") {
		return false
	}
	at := e.WordAt(v.Start)
	if at < 1 || e.Words()[at-1].Norm != "since" {
		return false
	}
	words := e.ClauseWords(v.Span)
	opens := words[0].Norm == "since"
	return slices.ContainsFunc(words, func(w retrieval.Word) bool { return lexicon.NotCues[w.Norm] && (opens || w.Start < v.Start) })
}

// boundReach is how many words before a date "since" and the like may stand:
// "since launching the invasion of Ukraine in February 2022".
const boundReach = 7

// boundBefore reports whether a bound leads to the date at word i, in its clause,
// with nothing between them that the question asks about ("before being sold in
// 1867" dates the sale).
func (e *Evidence) boundBefore(q *question.Question, i int) bool {
	words := e.Words()
	c := clause.At(e.Clauses(), i)
	for k := i - 1; k >= max(c.Start, i-boundReach); k-- {
		if boundLeads[words[k].Norm] {
			return true
		}
		if asksMatter(q, words[k]) {
			return false
		}
	}
	return false
}

// asksMatter reports whether a word is what the question asks about, and no name.
func asksMatter(q *question.Question, w retrieval.Word) bool {
	return slices.ContainsFunc(q.Matches(&w), func(m question.TermMatch) bool { return !q.Terms[m.Term].Name && !q.IsLight(m.Term) })
}

// describesNext reports whether a number at word i stands before a noun.
func (e *Evidence) describesNext(i int) bool {
	words := e.Words()
	if !words[i].IsNumeric() || i == 0 || i+1 >= len(words) || dateLeads[words[i-1].Norm] {
		return false
	}
	next := words[i+1]
	return !next.Stop && !next.IsNumeric() && e.Passage().Text[words[i].End:next.Start] == " "
}

var dateLeads = text.WordSet(`in on during of from early late mid around circa between and`)

// DatesSaying reports whether a date only tells when somebody said something, of which the
// question does not ask: "…, the ministry said on Saturday".
func (e *Evidence) DatesSaying(q *question.Question, v value.Value) bool {
	if v.Kind != value.Date || slices.ContainsFunc(q.Words, func(w string) bool { return lexicon.Saying[text.Stem(w)] }) {
		return false
	}
	words, i := e.Words(), e.WordAt(v.Start)-1
	for i > 0 && dayLeads[words[i].Norm] {
		i--
	}
	return i > 0 && sayingVerbs[words[i].Norm]
}

var (
	dayLeads    = text.WordSet(`on late early`)
	sayingVerbs = text.WordSet(`said says`)
)
