package answer

import (
	"slices"
	"strings"

	"sherpa/internal/value"
	"sherpa/retrieval"
)

var (
	birthWords = wordSet("born birth birthday birthdate")
	deathWords = wordSet("die died dies death")
)

// lifeDates are the dates of birth and death that follow a name in parentheses:
// "Ada Lund (3 May 1871 – 9 June 1940)", "Ada Lund (born 3 May 1871)". One that is
// not given is nil.
func (e *evidence) lifeDates() (born, died *value.Value) {
	s := e.passage().Text
	var dates []*value.Value
	for i := range e.sentence.Values {
		v := &e.sentence.Values[i]
		if v.Kind != value.Date || v.When.Year == 0 {
			continue
		}
		if len(dates) == 0 {
			open := strings.LastIndexByte(s[e.sentence.Start:v.Start], '(')
			if open < 0 || !opensLife(s[e.sentence.Start+open+1:v.Start]) {
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
	if len(dates) == 1 && strings.Contains(strings.ToLower(s[e.sentence.Start:dates[0].Start]), "born") {
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
func (e *evidence) lifeDate(q *question) (value.Value, bool) {
	if q.Kind != retrieval.KindDate || q.lacksName(e) {
		return value.Value{}, false
	}
	born, died := e.lifeDates()
	if born == nil || !e.namedBefore(q, *born) {
		return value.Value{}, false
	}
	switch {
	case q.has(birthWords):
		return *born, true
	case died != nil && q.has(deathWords):
		return *died, true
	}
	return value.Value{}, false
}

// lifeReach is how many words before the parentheses the asked name may stand:
// "Ada Lund, 3rd Baroness (…".
const lifeReach = 4

// namedBefore reports whether the asked name stands just before a value.
func (e *evidence) namedBefore(q *question, v value.Value) bool {
	words := e.words()
	n := e.wordAt(v.Start)
	named := q.askedName
	return slices.ContainsFunc(words[max(0, n-lifeReach):max(0, n)], func(w retrieval.Word) bool { return q.anyTerm(named, w) })
}

// isLifeDate reports whether a value is the date of birth or death that is asked
// for.
func (e *evidence) isLifeDate(q *question, v value.Value) bool {
	d, ok := e.lifeDate(q)
	return ok && d.Span == v.Span
}

// sideValues are the values of the sentence that can be a side of a disagreement.
func (e *evidence) sideValues(q *question) []value.Value {
	if v, ok := e.lifeDate(q); ok {
		return []value.Value{v}
	}
	var found []value.Value
	for _, v := range e.attached(q) {
		if setsValue(q, e, v) && !e.isTotal(v) {
			found = append(found, v)
		}
	}
	return found
}
