package answer

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// valueKinds are the kinds of values that answer a kind of question.
var valueKinds = map[retrieval.Kind][]value.Kind{
	retrieval.KindDate:     {value.Date, value.Clock},
	retrieval.KindDuration: {value.Duration},
	retrieval.KindNumber:   {value.Number, value.Percent, value.Money, value.Duration},
}

// typedValues are the sentence's values of the kind that is asked for.
func (e *evidence) typedValues(q *question) []value.Value {
	var found []value.Value
	for _, v := range e.sentence.Values {
		for _, k := range valueKinds[q.Kind] {
			if v.Kind == k && !(v.Ordinal && k == value.Number) {
				found = append(found, v)
			}
		}
	}
	return found
}

// typedSpans are the places of the values or names that are asked for.
func (e *evidence) typedSpans(q *question) []text.Span {
	var spans []text.Span
	for _, v := range e.typedValues(q) {
		spans = append(spans, v.Span)
	}
	if len(valueKinds[q.Kind]) > 0 {
		return spans
	}
	for _, n := range e.sentence.Names {
		if !e.asksFor(q, n) {
			spans = append(spans, n.Span)
		}
	}
	return spans
}

// asksFor reports whether the question itself has all words of a name.
func (e *evidence) asksFor(q *question, n value.Name) bool {
	for _, w := range e.words()[n.First:n.Next] {
		found := false
		for t := range q.terms {
			found = found || q.terms[t].Matches(w)
		}
		if !found {
			return false
		}
	}
	return true
}

// clauseWords are the words of the clause that holds a place of the passage.
func (e *evidence) clauseWords(at text.Span) []retrieval.Word {
	words := e.words()
	for i, w := range words {
		if w.Start >= at.Start {
			c := clauseOf(e.clauses, i)
			return words[c.Start:c.End]
		}
	}
	return nil
}
