package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
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

// IsOfOtherTime reports whether what stands at a place is told of an occasion before the
// one that is asked about: "She had last visited Norwick in 2015 to meet Bob" tells neither
// when she met somebody nor whom, unless 2015 is asked about.
func (e *Evidence) IsOfOtherTime(q *question.Question, at text.Span) bool {
	words := e.ClauseWords(at)
	return !q.LooksBack() && marksLast(words, at.Start) && !slices.ContainsFunc(words, func(w retrieval.Word) bool { return w.Norm[0] >= '0' && w.Norm[0] <= '9' && q.AsksWord(w) })
}

// tellsOtherTime reports whether the sentence tells of the time before the one that is asked
// about: "she had last visited Norwick in 2015", "they had not met since".
func (e *Evidence) tellsOtherTime(q *question.Question) bool {
	if q.Kind == retrieval.KindYesNo || !e.Has(otherTimes) || q.LooksBack() {
		return false
	}
	words := e.Words()
	for i := 1; i < len(words); i++ {
		if words[i-1].Norm == "had" && (words[i].Norm == "not" || words[i].Norm == "never") {
			return true
		}
	}
	return marksLast(words, e.Sentence.End)
}

// otherTimes are words without which no sentence tells of the time before.
var otherTimes = text.WordSet(`last previously since`)

// marksLast reports whether a clause says before a place that it tells of an earlier time:
// "last visited", "had previously met".
func marksLast(clause []retrieval.Word, before int) bool {
	for i := 0; i+1 < len(clause) && clause[i].Start < before; i++ {
		lead := ""
		if i > 0 {
			lead = clause[i-1].Norm
		}
		if w := clause[i].Norm; (w == "last" && !IsArticle(lead) || w == "previously" && lead == "had") && question.IsParticiple(clause[i+1].Norm) {
			return true
		}
	}
	return false
}

// datedBehind reports whether a date stands behind a place of the passage in its clause.
func (e *Evidence) datedBehind(at int) bool {
	c := e.ClauseWords(text.Span{Start: at, End: at})
	return len(c) > 0 && slices.ContainsFunc(e.Sentence.Values, func(v value.Value) bool { return v.Kind == value.Date && v.Start >= at && v.End <= c[len(c)-1].End })
}
