package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// TellsEarlier reports whether the sentence tells of the time before, of what the
// question asks: "her first visit since 2015", "it last rang in May".
func (e *Evidence) TellsEarlier(q *question.Question) bool {
	words := e.Words()
	return slices.ContainsFunc(e.Clauses(), func(c text.Span) bool {
		for i := c.Start; i < c.End; i++ {
			if q.MarksEarlier(words[c.Start:c.End], i-c.Start) {
				return true
			}
		}
		return false
	})
}

// isEarlier reports whether a date can be that of the time before, if one is asked for.
func (e *Evidence) isEarlier(q *question.Question, v value.Value) bool {
	if !q.Earlier || v.Kind != value.Date {
		return true
	}
	first := false
	for _, w := range e.ClauseAround(v.Span) {
		switch {
		case question.LastTimes[w.Norm]:
			return w.Start < v.Start || !e.datedBehind(w.End) // "made in 1811 and last worn in 1968"
		case w.Norm == "since" && w.Start < v.Start:
			return first
		}
		first = first || question.FirstTimes[w.Norm]
	}
	return false
}

// datedBehind reports whether a date stands behind a place of the passage in its clause.
func (e *Evidence) datedBehind(at int) bool {
	c := e.ClauseWords(text.Span{Start: at, End: at})
	return len(c) > 0 && slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool { return v.Kind == value.Date && v.Start >= at && v.End <= c[len(c)-1].End })
}
