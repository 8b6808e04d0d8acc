package evidence

import (
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A value that stands apart in a sentence that matches well belongs to what is
// asked about too, but less surely. Below attachFloor it belongs to something
// else.
const (
	looseShare  = 0.6
	attachFloor = 0.3
)

// Attached are the values of the expected kind that belong to what the question
// asks about, best first.
func (e *Evidence) Attached(q *question.Question) []value.Value {
	var found []value.Value
	best := 0.0
	past := q.Has(Futures) && !e.Has(question.Modals)
	if q.Kind == retrieval.KindDate && e.OnlyMeans(q) {
		return nil
	}
	for _, v := range e.TypedValues(q) {
		if past && !e.IsAhead(v) {
			continue // what was does not tell when something will be
		}
		if (q.Kind == retrieval.KindNumber || question.SortOf(v) == question.SortLength) && !e.Counts(q, v) {
			continue
		}
		at := Attach(q, e, v.Span)
		if at == 0 && e.apart(v.Span) {
			at = looseShare * q.Cover(e.Matched)
		}
		if v.Kind == value.Duration && e.measuresMatter(q, v) {
			at = 1
		}
		if e.IsPart(v) && !q.Has(parts) {
			at *= looseShare
		}
		if at < attachFloor || e.tellsElse(q, v) {
			continue
		}
		if at > best || at == best && len(found) > 0 && q.Kind == retrieval.KindNumber && e.besides(q, v) > e.besides(q, found[0]) {
			best = at
			found = append([]value.Value{v}, found...)
		} else {
			found = append(found, v)
		}
	}
	return found
}

// tellsElse reports whether a value, for all that it stands beside, is not of what is asked about:
// a date that the question gives, that of the telling, of what came of it or of another time,
// or a bound where none is asked for.
func (e *Evidence) tellsElse(q *question.Question, v value.Value) bool {
	if e.isGiven(q, v) || e.IsNoRhythm(q, v) || e.DatesSaying(q, v) || e.datesSequel(q, v) || !e.isEarlier(q, v) || e.IsOfOtherTime(q, v.Span) {
		return true
	}
	return v.Kind == value.Date && e.bounds(q, v.Span) != (q.AskedKind() == retrieval.KindDuration)
}

// IsNoRhythm reports whether it is asked how often something was, and a value does not say so:
// "three times" and "every two hours" do.
func (e *Evidence) IsNoRhythm(q *question.Question, v value.Value) bool {
	if q.WordAt(0) != "how" || !oftens[q.WordAt(1)] || v.Unit == "times" {
		return false
	}
	words := e.Words()
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.Start })
	return at < 1 || !rhythms[words[at].Norm] && !(rhythms[words[at-1].Norm] && !IsArticle(words[at-1].Norm))
}

var (
	oftens  = text.WordSet(`often frequently`)
	rhythms = text.WordSet(`every each per once twice a an`)
)

// Futures are the words of a question about what is to come.
var Futures = text.WordSet(`will upcoming next`)

// apart reports whether a value stands in a clause that says nothing else, such
// as a parenthesis.
func (e *Evidence) apart(at text.Span) bool {
	n := 0
	for _, w := range e.ClauseWords(at) {
		if !w.Stop && (w.Start < at.Start || w.Start >= at.End) {
			n++
		}
	}
	return n <= 3
}

// Attach is the share of the question's weight in the clause of a value; 0 if
// the clause has none of what the question is about. Names may stand anywhere in
// the passage: news names people once and goes on about "the talks".
func Attach(q *question.Question, e *Evidence, at text.Span) float64 {
	m := q.Match(e.ClauseAround(at))
	if !q.TellsMatter(m) {
		return 0
	}
	inherit(q, e, m)
	return q.Cover(m)
}

// inherit raises the matches of names to those of the passage.
func inherit(q *question.Question, e *Evidence, m []float64) {
	whole := e.InPassage(q)
	for t := range m {
		if q.Terms[t].Name && q.Terms[t].IDF <= Everywhere {
			m[t] = max(m[t], inheritedShare*whole[t])
		}
	}
}

// inheritedShare is what a name counts for that stands elsewhere in the passage.
const inheritedShare = 0.8

// Settled is the share of the question's weight in the sentence, with the names
// of its passage.
func (e *Evidence) Settled(q *question.Question) float64 {
	m := slices.Clone(e.Matched)
	inherit(q, e, m)
	return q.Cover(m)
}

// IsAhead reports whether a value is a date after the day of writing, or that day where its clause
// tells what is to come.
func (e *Evidence) IsAhead(v value.Value) bool {
	if v.Kind != value.Date || e.Written().Known != value.ByDay {
		return false
	}
	when, ok := e.DateOf(v)
	if !ok {
		when = v.When
	}
	day := e.Written().Day
	return when.Year != 0 && (when.First().After(day) || when.First().Equal(day) && e.tenseAt(v.Span) == value.Future)
}

// isOfYearsAgo reports whether a date gives a year before that of writing.
func (e *Evidence) isOfYearsAgo(v value.Value) bool {
	w := e.Written()
	return v.Kind == value.Date && v.When.Year != 0 && w.Known != "" && v.When.Year < w.Day.Year()
}
