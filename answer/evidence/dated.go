package evidence

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sherpa/answer/clause"
	"sherpa/answer/question"
	"sherpa/answer/timeline"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// DateOf is the date that a value of the sentence gives, by the tense of its clause
// and the day on which the article was written: of "on Friday" and "two days ago". It
// is false where nothing can be told of the year.
func (e *Evidence) DateOf(v value.Value) (value.When, bool) {
	if v.When.Year != 0 {
		return v.When, true
	}
	t := e.tenseAt(v.Span)
	if e.IsQuoted(v.Span) || e.isOneOfMany(v.Span) || v.When.Weekday != "" && v.When.Month == 0 && t == value.TenseUnknown {
		return value.When{}, false
	}
	return value.DateOf(v, t, e.Written())
}

// tenseAt is the tense of the clause of a date.
func (e *Evidence) tenseAt(at text.Span) value.Tense {
	words := e.Words()
	first, next := WordsWithin(words, at)
	if first == next {
		return value.TenseUnknown
	}
	c := clause.At(e.Clauses(), first)
	return timeline.TenseOf(words[c.Start:c.End], first-c.Start, min(next, c.End)-c.Start)
}

// IsQuoted reports whether a span stands within quotation marks: who is quoted may
// have said it on another day.
func (e *Evidence) IsQuoted(at text.Span) bool {
	before := e.Passage().Text[:at.Start]
	return strings.LastIndex(before, "“") > strings.LastIndex(before, "”") || strings.Count(before, `"`)%2 == 1
}

// isOneOfMany reports whether what stands before a day makes it one of many.
func (e *Evidence) isOneOfMany(at text.Span) bool {
	return timeline.Recurs(e.Passage().Text[e.Sentence.Start:at.Start])
}

// IsOfOldTimes reports whether the sentence is dated two years or more before its
// article, to a year of which the question says nothing.
func (e *Evidence) IsOfOldTimes(q *question.Question) bool {
	return e.DatesBefore(q, e.Written().Day)
}

// DatesBefore reports whether the sentence is dated two years or more before a day, if that is
// known, to a year of which the question says nothing.
func (e *Evidence) DatesBefore(q *question.Question, day time.Time) bool {
	return !day.IsZero() && slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool {
		return v.Kind == value.Date && v.When.Year != 0 && v.When.Year < day.Year()-1 && !slices.Contains(q.Words, strconv.Itoa(v.When.Year))
	})
}
