package answer

import (
	"slices"
	"strings"

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
var paying = wordSet(`pay paid pays cost costs spend spent price worth earn earned owe owed raise raised sell sold buy bought`)

// measures maps what "how" may be followed by to the units of its answer; the
// empty unit stands for any.
var measures = map[string]map[string]bool{
	"old":  wordSet("year month day week decade century"),
	"tall": wordSet("metres meters feet foot cm centimetres centimeters inches ft m"), "high": wordSet("metres meters feet foot ft m km kilometres kilometers miles"),
	"far": wordSet("km kilometres kilometers miles metres meters feet yards"), "deep": wordSet("metres meters feet foot ft m km miles fathoms"),
	"heavy": wordSet("kg kilograms tonnes tons pounds grams"), "fast": wordSet("km kmh mph knots miles kilometres kilometers"),
	"wide":   wordSet("metres meters feet foot km miles"),
	"strong": wordSet("kilometres kilometers km kmh mph knots miles metres magnitude"),
}

// measured is the set of units that "how tall" and the like ask for, or nil.
func (q *question) measured() map[string]bool {
	for i, w := range q.Words {
		if i > 0 && q.Words[i-1] == "how" && measures[w] != nil {
			if w == "far" && q.has(changing) {
				return nil // prices fall by a share or a sum
			}
			return measures[w]
		}
	}
	return nil
}

// changing are the verbs with which "how far" asks by how much something changed.
var changing = wordSet(`fall fell fallen drop dropped rise rose risen climb climbed slip slipped decline declined slide slid plunge plunged sink sank lose lost gain
	gained jump jumped`)

// typedValues are the sentence's values of the kind that is asked for.
func (e *evidence) typedValues(q *question) []value.Value {
	var found []value.Value
	for _, v := range e.sentence.Values {
		if q.wants(v) {
			found = append(found, v)
		}
	}
	return found
}

// wants reports whether a value is of the kind that the question asks for.
func (q *question) wants(v value.Value) bool {
	if units := q.measured(); units != nil {
		return units[strings.TrimSuffix(v.Unit, "s")] || units[v.Unit]
	}
	if q.Kind == retrieval.KindNumber && q.has(paying) && len(q.focus) == 0 {
		return v.Kind == value.Money
	}
	if v.Ordinal && v.Kind == value.Number || v.When.Relative != "" {
		return false
	}
	if v.Kind == value.Clock && q.Kind == retrieval.KindDate {
		return slices.Contains(q.Words, "time")
	}
	if v.Kind == value.Date && !q.fineEnough(v.When) {
		return false
	}
	if q.Kind == retrieval.KindNumber && v.Kind == value.Duration {
		return q.focus[text.Stem(v.Unit)] // "how many paid holiday days"
	}
	return slices.Contains(valueKinds[q.kind()], v.Kind)
}

// fineEnough reports whether a date has the part that is asked for: "what day",
// "which month", "what year".
func (q *question) fineEnough(w value.When) bool {
	for _, word := range q.Words {
		switch word {
		case "weekday":
			return w.Weekday != "" || w.Day != 0 && w.Year != 0
		case "day":
			return w.Weekday != "" || w.Day != 0
		case "month":
			return w.Month != 0
		case "year", "century", "decade":
			return w.Year != 0
		}
	}
	return true
}

// kind is the kind of answer; a yes/no question about a value is about that kind
// of value.
func (q *question) kind() retrieval.Kind {
	if q.Kind != retrieval.KindYesNo {
		return q.Kind
	}
	for _, v := range value.Find(q.Text) {
		switch v.Kind {
		case value.Duration:
			return retrieval.KindDuration
		case value.Date:
			return retrieval.KindDate
		}
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
