package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// ValueKinds are the kinds of values that answer a kind of question.
var ValueKinds = map[retrieval.Kind][]value.Kind{
	retrieval.KindDate:     {value.Date},
	retrieval.KindDuration: {value.Duration, value.Date}, // "until 1796" says how long, too
	retrieval.KindNumber:   {value.Number, value.Percent, value.Money},
}

// TypedValues are the sentence's values of the kind that is asked for.
func (e *Evidence) TypedValues(q *question.Question) []value.Value {
	var found []value.Value
	for _, v := range e.Sentence.Values {
		if (q.Wants(v) || e.agesMatter(q, v)) && e.Measures(q, v) {
			found = append(found, v)
		}
	}
	return found
}

// Measures reports whether a value of the sort that is asked for can be of what is asked
// about: the length of that, its own age, and a date only where a period ends.
func (e *Evidence) Measures(q *question.Question, v value.Value) bool {
	if q.Kind == retrieval.KindDuration && v.Kind == value.Date && !e.endsPeriod(q, v) {
		return false
	}
	if v.Kind == value.Duration && q.Wanted&question.SortAge != 0 && e.IsSentence(v) {
		return false
	}
	if q.AsksWhenIs() && e.isOfYearsAgo(v) {
		return false
	}
	return !e.isNoLength(q, v) && !e.agesAnother(q, v) && !e.isInAside(q, v) && !e.isOtherMeasure(q, v) && !e.boundsAbsence(q, v)
}

// endsPeriod reports whether a date tells how long something lasted: as its end, or as
// its beginning where it is asked how long it has lasted.
func (e *Evidence) endsPeriod(q *question.Question, date value.Value) bool {
	words := e.Words()
	at := e.WordAt(date.Start)
	if at < 1 {
		return false
	}
	switch words[at-1].Norm {
	case "until", "till", "to", "through":
		return true
	case "since", "from":
		return q.Has(perfect)
	}
	return false
}

// perfect are the auxiliaries with which it is asked how long something has lasted.
var perfect = text.WordSet(`has have had been`)

// typedSpans are the places of the values or names that are asked for.
func (e *Evidence) typedSpans(q *question.Question) []text.Span {
	var spans []text.Span
	for _, v := range e.TypedValues(q) {
		spans = append(spans, v.Span)
	}
	if len(ValueKinds[q.AskedKind()]) > 0 {
		return spans
	}
	for _, n := range e.Unasked(q) {
		spans = append(spans, n.Span)
	}
	return spans
}

// CountedEnd is where the noun ends that a number counts, if it stands close behind
// it: sides read better as "23 ships" than as "23".
func (e *Evidence) CountedEnd(v value.Value) int {
	if v.Kind != value.Number || v.Unit == "" {
		return v.End
	}
	const reach = 3
	words := e.Words()
	next := e.WordAt(v.End)
	for i := max(next, 0); next >= 0 && i < min(len(words), next+reach); i++ {
		if words[i].Norm == v.Unit {
			return words[i].End
		}
	}
	return v.End
}

// Penal are the words of a question that asks how long somebody is punished, or that
// stand behind a duration that tells it.
var Penal = text.WordSet(`sentence sentenced sentences prison jail jailed imprisoned imprisonment custody behind probation convicted term`)

// IsSentence reports whether a duration is that of a punishment: "to four years in
// prison".
func (e *Evidence) IsSentence(v value.Value) bool {
	words := e.Words()
	next := e.WordAt(v.End)
	const reach = 2
	return next >= 0 && slices.ContainsFunc(words[next:min(len(words), next+reach)], func(w retrieval.Word) bool { return Penal[w.Norm] })
}

// Measuring are the words that lead up to a figure.
var Measuring = text.WordSet(`total totals totalled totaled stood stands reached numbered amounted approximately about around roughly nearly almost estimated census rose fell`)
