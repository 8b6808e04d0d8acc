package answer

import (
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/timeline"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// dateOf is the date that a value of the sentence gives, by the tense of its clause
// and the day on which the article was written: of "on Friday" and "two days ago". It
// is false where nothing can be told of the year.
func (e *evidence) dateOf(v value.Value) (value.When, bool) {
	if v.When.Year != 0 {
		return v.When, true
	}
	t := e.tenseAt(v.Span)
	if e.isQuoted(v.Span) || e.isOneOfMany(v.Span) || v.When.Weekday != "" && v.When.Month == 0 && t == value.TenseUnknown {
		return value.When{}, false
	}
	return value.DateOf(v, t, e.written())
}

// tenseAt is the tense of the clause of a date.
func (e *evidence) tenseAt(at text.Span) value.Tense {
	words := e.words()
	first, next := wordsWithin(words, at)
	if first == next {
		return value.TenseUnknown
	}
	c := clause.At(e.clauses(), first)
	return timeline.TenseOf(words[c.Start:c.End], first-c.Start, min(next, c.End)-c.Start)
}

// wordsWithin bounds the words that lie in a span.
func wordsWithin(words []retrieval.Word, at text.Span) (first, next int) {
	for first < len(words) && words[first].Start < at.Start {
		first++
	}
	next = first
	for next < len(words) && words[next].End <= at.End {
		next++
	}
	return first, next
}

// isQuoted reports whether a span stands within quotation marks: who is quoted may
// have said it on another day.
func (e *evidence) isQuoted(at text.Span) bool {
	before := e.passage().Text[:at.Start]
	return strings.LastIndex(before, "“") > strings.LastIndex(before, "”") || strings.Count(before, `"`)%2 == 1
}

// isOneOfMany reports whether what stands before a day makes it one of many.
func (e *evidence) isOneOfMany(at text.Span) bool {
	return timeline.Recurs(e.passage().Text[e.sentence.Start:at.Start])
}

// resolvedDate is the date of a value that answers and leans on when its article was
// written ("on Friday", "two days later"), as far as it can be told; or "".
func (q *question) resolvedDate(e *evidence, v value.Value, best []*evidence) string {
	if k := q.kind(); v.When.Year != 0 || k != retrieval.KindDate && k != retrieval.KindDuration {
		return "" // it says so itself, or is no time
	}
	w, _ := e.dateOf(v)
	if v.Role == value.Gap {
		w = e.afterwards(v)
	}
	if w.Year == 0 || q.datedElsewhere(e, w, best) {
		return ""
	}
	date, _ := w.ISO()
	return date
}

// datedElsewhere reports whether another article gives another date in a sentence
// that has about as much of the question: the article's own date may then be wrong.
func (q *question) datedElsewhere(e *evidence, w value.When, best []*evidence) bool {
	least := sideCover * q.cover(e.context)
	for _, o := range best {
		if o.article() == e.article() || q.cover(o.context) < least {
			continue
		}
		for _, v := range o.sentence.Values {
			if v.Kind == value.Date && v.When.Year != 0 && v.When.Month != 0 && !v.When.Agrees(w) {
				return true
			}
		}
	}
	return false
}

// afterwards is the date of "two days later", from the last date that its passage
// gives before it, in the same sentence or the one before.
func (e *evidence) afterwards(v value.Value) value.When {
	if said := v.Of(e.passage().Text); !strings.HasSuffix(said, "later") && !strings.HasSuffix(said, "afterwards") {
		return value.When{}
	}
	for at := e.at; at >= max(0, e.at-1); at-- {
		before := *e
		before.at, before.sentence = at, &e.passage().Sentences[at]
		if w, ok := before.lastDate(v.Start); ok {
			return w.Later(v)
		}
	}
	return value.When{}
}

// lastDate is the last date of the sentence before a place.
func (e *evidence) lastDate(before int) (w value.When, ok bool) {
	for _, v := range e.sentence.Values {
		if v.End <= before && v.Kind == value.Date {
			w, ok = e.dateOf(v)
		}
	}
	return w, ok
}
