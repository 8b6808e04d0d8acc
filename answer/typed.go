package answer

import (
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// valueKinds are the kinds of values that answer a kind of question.
var valueKinds = map[retrieval.Kind][]value.Kind{
	retrieval.KindDate:     {value.Date},
	retrieval.KindDuration: {value.Duration, value.Date}, // "until 1796" says how long, too
	retrieval.KindNumber:   {value.Number, value.Percent, value.Money},
}

// paying are the verbs with which "how much" asks for money.
var paying = wordSet(`pay paid pays cost costs spend spent price worth earn earned owe owed raise raised sell sold buy bought charge charged donate donated
	invest invested fined`)

// changing are the verbs with which "how far" asks by how much something changed.
var changing = wordSet(`fall fell fallen drop dropped rise rose risen climb climbed slip slipped decline declined slide slid plunge plunged sink sank lose lost gain
	gained jump jumped`)

// typedValues are the sentence's values of the kind that is asked for.
func (e *evidence) typedValues(q *question) []value.Value {
	var found []value.Value
	for _, v := range e.sentence.Values {
		if (q.wants(v) || e.agesMatter(q, v)) && e.measures(q, v) {
			found = append(found, v)
		}
	}
	return found
}

// measures reports whether a value of the sort that is asked for can be of what is asked
// about: the length of that, its own age, and a date only where a period ends.
func (e *evidence) measures(q *question, v value.Value) bool {
	if q.Kind == retrieval.KindDuration && v.Kind == value.Date && !e.endsPeriod(q, v) {
		return false
	}
	if v.Kind == value.Duration && q.wanted&sortAge != 0 && e.isSentence(v) {
		return false
	}
	return !e.isNoLength(q, v) && !e.agesAnother(q, v) && !e.isInAside(q, v) && !e.isOtherMeasure(q, v) && !e.boundsAbsence(q, v)
}

// endsPeriod reports whether a date tells how long something lasted: as its end, or as
// its beginning where it is asked how long it has lasted.
func (e *evidence) endsPeriod(q *question, date value.Value) bool {
	words := e.words()
	at := e.wordAt(date.Start)
	if at < 1 {
		return false
	}
	switch words[at-1].Norm {
	case "until", "till", "to", "through":
		return true
	case "since", "from":
		return q.has(perfect)
	}
	return false
}

// perfect are the auxiliaries with which it is asked how long something has lasted.
var perfect = wordSet(`has have had been`)

// askedReach is how many words after "what" or "which" tell the part of a date that
// is asked for: "which day of the week".
const askedReach = 5

// fineEnough reports whether a date has the part that is asked for: "what day",
// "which month", "what year".
func (q *question) fineEnough(w value.When) bool {
	at := slices.IndexFunc(q.Words, func(w string) bool { return w == "what" || w == "which" })
	if at < 0 {
		return true
	}
	asked := q.Words[at+1 : min(len(q.Words), at+1+askedReach)]
	has := func(word string) bool { return slices.Contains(asked, word) }
	switch {
	case has("weekday"), has("day") && has("week"):
		return w.Weekday != "" || w.Day != 0 && w.Year != 0
	case has("day"), has("date"):
		return w.Weekday != "" || w.Day != 0 || has("date") && w.Year != 0
	case has("month"):
		return w.Month != 0
	case has("year"), has("century"), has("decade"):
		return w.Year != 0
	}
	return true
}

// kind is the kind of answer; a yes/no question about a value is about that kind
// of value.
func (q *question) kind() retrieval.Kind {
	if q.limit != nil {
		return valueOf[q.limit.Kind]
	}
	return q.Kind
}

// typedSpans are the places of the values or names that are asked for.
func (e *evidence) typedSpans(q *question) []text.Span {
	var spans []text.Span
	for _, v := range e.typedValues(q) {
		spans = append(spans, v.Span)
	}
	if len(valueKinds[q.kind()]) > 0 {
		return spans
	}
	for _, n := range e.unasked(q) {
		spans = append(spans, n.Span)
	}
	return spans
}
