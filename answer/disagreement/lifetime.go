package disagreement

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

var (
	birthWords = text.WordSet("born birth birthday birthdate")
	deathWords = text.WordSet("die died dies death")
)

// lifeDates are the dates of birth and death that follow a name in parentheses:
// "Ada Lund (3 May 1871 – 9 June 1940)", "Ada Lund (born 3 May 1871)". One that is
// not given is nil.
func lifeDates(e *evidence.Evidence) (born, died *value.Value) {
	s := e.Passage().Text
	var dates []*value.Value
	for i := range e.Sentence.Values {
		v := &e.Sentence.Values[i]
		if v.Kind != value.Date || v.When.Year == 0 {
			continue
		}
		if len(dates) == 0 {
			open := strings.LastIndexByte(s[e.Sentence.Start:v.Start], '(')
			if open < 0 || !opensLife(s[e.Sentence.Start+open+1:v.Start]) {
				continue
			}
		} else if gap := strings.TrimSpace(s[dates[0].End:v.Start]); gap != "–" && gap != "-" && gap != "—" {
			break
		}
		dates = append(dates, v)
		if len(dates) == 2 {
			return dates[0], dates[1]
		}
	}
	if len(dates) == 1 && strings.Contains(strings.ToLower(s[e.Sentence.Start:dates[0].Start]), "born") {
		return dates[0], nil
	}
	return nil, nil
}

// opensLife reports whether nothing but "born" stands between a parenthesis and a
// date.
func opensLife(gap string) bool {
	gap = strings.ToLower(strings.TrimSpace(gap))
	return gap == "" || gap == "born" || gap == "b."
}

// lifeDate is the date of birth or of death that the sentence gives of whom the
// question names, if that is what it asks for.
func lifeDate(e *evidence.Evidence, q *question.Question) (value.Value, bool) {
	if q.Kind != retrieval.KindDate || lacksName(q, e) {
		return value.Value{}, false
	}
	born, died := lifeDates(e)
	if born == nil || !namedBefore(e, q, *born) {
		return value.Value{}, false
	}
	switch {
	case q.Has(birthWords):
		return *born, true
	case died != nil && q.Has(deathWords):
		return *died, true
	}
	return value.Value{}, false
}

// lifeReach is how many words before the parentheses the asked name may stand:
// "Ada Lund, 3rd Baroness (…".
const lifeReach = 4

// namedBefore reports whether the asked name stands just before a value.
func namedBefore(e *evidence.Evidence, q *question.Question, v value.Value) bool {
	words := e.Words()
	n := e.WordAt(v.Start)
	named := q.AskedName
	return slices.ContainsFunc(words[max(0, n-lifeReach):max(0, n)], func(w retrieval.Word) bool { return q.IsAnyOf(named, w) })
}

// isLifeDate reports whether a value is the date of birth or death that is asked
// for.
func isLifeDate(e *evidence.Evidence, q *question.Question, v value.Value) bool {
	d, ok := lifeDate(e, q)
	return ok && d.Span == v.Span
}
