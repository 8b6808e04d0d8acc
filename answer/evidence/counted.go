package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// Counts reports whether a number counts what the question asks for: by the noun
// behind it, by what befell those who are counted, and by whether that rose or fell.
func (e *Evidence) Counts(q *question.Question, v value.Value) bool {
	if e.isOfAnother(q, v) || e.isOfBoth(q, v) || e.inRun(q, v) || e.isShareOfCounted(q, v) || e.isOtherShare(q, v) || !e.changeFits(q, v) || !e.degreeFits(q, v) || e.isValuation(v) && !q.Has(worths) {
		return false
	}
	if question.SortOf(v)&(question.SortCount|question.SortShare) == 0 {
		return e.directionFits(q, v)
	}
	same, fits := e.fateFits(q, v)
	return fits && (e.unitFits(q, v) || same && q.FocusStems[peopleStem]) && (!q.Has(inhabited) || e.tellsInhabitants(v))
}

// isOfBoth reports whether a number counts two sorts of people together of which the
// question asks for one: "1,200 military and civilian casualties", "12 guards and visitors".
func (e *Evidence) isOfBoth(q *question.Question, v value.Value) bool {
	words := e.Words()
	next := e.WordAt(v.End)
	if v.Kind != value.Number || v.Unit != "" || next < 0 || next+2 >= len(words) || words[next+1].Norm != "and" {
		return false
	}
	one, other := words[next].Norm, words[next+2].Norm
	ofOneNoun := !IsPeople(one) && !strings.HasSuffix(one, "s") && !strings.HasSuffix(one, "men")
	if !ofOneNoun && !IsPeople(other) {
		return false // "hired 200 workers and left"
	}
	return !q.FocusStems[peopleStem] && isAskedFor(q, &words[next]) != isAskedFor(q, &words[next+2])
}

// isAskedFor reports whether a word stands for what is asked for.
func isAskedFor(q *question.Question, w *retrieval.Word) bool {
	return slices.ContainsFunc(q.Matches(w), func(m question.TermMatch) bool { return q.FocusStems[q.Terms[m.Term].Stem] })
}

// isPronoun reports whether the number is the "one" that stands for a thing: "One is perhaps
// the hardest", "just one behind him".
func (e *Evidence) isPronoun(v value.Value) bool {
	words := e.Words()
	next := e.WordAt(v.End)
	if next < 1 || next+1 >= len(words) || words[next-1].Norm != "one" {
		return false
	}
	class := question.ClassWords[words[next].Norm]
	return class == question.ClassBe && !question.IsParticiple(words[next+1].Norm) || class == question.ClassPreposition && words[next].Norm != "of"
}

// isInCompound reports whether a number is the first part of a compound ("a three-way
// meeting"), which counts only what its second part names.
func (e *Evidence) isInCompound(v value.Value) bool {
	rest := e.Passage().Text[v.End:]
	return v.Kind == value.Number && len(rest) > 1 && rest[0] == '-' && rest[1] > '9'
}

// isHour reports whether a number is a time of day: "between 3 and 4 a.m.", "at 12.20"
func (e *Evidence) isHour(v value.Value) bool {
	rest := strings.TrimLeft(e.Passage().Text[v.End:], " ")
	if at := e.WordAt(v.Start); at > 0 && e.Words()[at-1].Norm == "at" && isTimeOfDay(v.Of(e.Passage().Text)) {
		return true
	}
	return slices.ContainsFunc(hourMarks, func(mark string) bool { return strings.HasPrefix(rest, mark) })
}

// isTimeOfDay reports whether a figure is written as hours and minutes are.
func isTimeOfDay(s string) bool {
	hours, minutes, ok := strings.Cut(s, ".")
	return ok && len(hours) <= 2 && len(minutes) == 2 && minutes < "60" && (len(hours) < 2 || hours < "24")
}

var hourMarks = []string{"a.m.", "p.m.", "o'clock", "o’clock"}

// unitFits reports whether the noun behind a number can be what is asked for.
func (e *Evidence) unitFits(q *question.Question, v value.Value) bool {
	unit := e.countedBy(v)
	if e.isPronoun(v) || e.isHour(v) || e.isInCompound(v) && !q.FocusStems[text.Stem(unit)] {
		return false
	}
	if v.Kind != value.Number || unit == "" || value.DimensionOf(unit) != value.NoDimension {
		return true
	}
	for f := range q.FocusStems {
		if !numberNouns[f] {
			return e.countsByName(q, v)
		}
	}
	return true
}

// isUnit reports whether a noun that is asked for, by its stem, is that behind a number.
func isUnit(asked, unit string) bool {
	stem := text.Stem(unit)
	return asked == stem || text.Related(asked, stem) || asked == peopleStem && IsPeople(unit)
}

// peopleStem is the stem of "people".
var peopleStem = text.Stem("people")

// numberNouns are the stems of nouns that ask for a number and do not say of what.
var numberNouns = text.StemSet(`number total figure count amount toll share proportion percentage percent fraction part`)

// IsPeople reports whether a noun in the plural names people.
func IsPeople(noun string) bool { return question.PeopleNouns[noun] }

// fateReach is how many words from a number its fate may stand.
const fateReach = 6

// fateFits reports whether those whom a number counts met the same as the question
// asks about, and whether they may have: the nearest word that tells a fate counts.
func (e *Evidence) fateFits(q *question.Question, v value.Value) (same, fits bool) {
	own, known := e.FateOf(v)
	asked := false
	if e.countsElsewhere(q) {
		return false, false
	}
	if e.countsCasualties(v) && q.Has(deaths) && !q.Has(hurts) && !q.Has(casualties) {
		return false, false // those who were hurt are among them
	}
	for _, w := range q.Words {
		if f, ok := question.Fates[w]; ok {
			if known && f == own {
				return true, true
			}
			asked = true
		}
	}
	return false, !known || !asked && e.tellsMore(q, v)
}

// countsElsewhere reports whether it is asked of what happened in an event that the sentence does
// not name, and it tells of one place: who was killed by a missile in Norwick is not who was
// killed in the war.
func (e *Evidence) countsElsewhere(q *question.Question) bool {
	last := len(q.Terms) - 1
	if last < 0 || q.Terms[last].Name || e.Matched[last] > 0 || q.WordAt(q.Terms[last].At-1) != "the" || !wherein[q.WordAt(q.Terms[last].At-2)] {
		return false
	}
	return slices.ContainsFunc(e.Unasked(q), func(n value.Name) bool { return e.AfterPlaceLead(n, false) })
}

var wherein = text.WordSet(`in during`)

// countsCasualties reports whether a number is that of casualties, dead and hurt together.
func (e *Evidence) countsCasualties(v value.Value) bool {
	words := e.ClauseWords(v.Span)
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.End })
	return at >= 0 && slices.ContainsFunc(words[at:min(len(words), at+fateReach)], func(w retrieval.Word) bool { return casualties[w.Norm] })
}

var (
	casualties = text.WordSet(`casualty casualties`)
	deaths     = text.WordSet(`die died dies dead death deaths killed kill`)
	hurts      = text.WordSet(`hurt injured wounded maimed injuries`)
)

// tellsMore reports whether a word close to a number is one of those by which the question
// says of whom it asks the number: how many were killed is not how many were in a delegation.
func (e *Evidence) tellsMore(q *question.Question, v value.Value) bool {
	beside := e.BesideValue(v)
	asked := false
	for t := range q.Terms {
		if q.FocusStems[q.Terms[t].Stem] || q.Weight[t] == 0 || q.IsLight(t) {
			continue
		}
		if slices.ContainsFunc(beside, func(w retrieval.Word) bool { return q.TellsAny([]int{t}, []retrieval.Word{w}) }) {
			return true
		}
		asked = true
	}
	return !asked
}

// FateOf is the fate that is told of those whom a number counts: behind it, as far as
// the words go on about them, else before it. "Two were killed and 19 people were taken
// to hospital" tells of 19 what stands behind them.
func (e *Evidence) FateOf(v value.Value) (fate int, known bool) {
	words := e.ClauseWords(v.Span)
	first := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Start >= v.Start })
	if first < 0 {
		return 0, false
	}
	next := first
	for next < len(words) && words[next].Start < v.End {
		next++
	}
	for i := next; i < min(len(words), next+fateReach) && !Coordinates[words[i].Norm]; i++ {
		if f := FateAt(words, i); f != 0 {
			return f, true
		}
	}
	for i := first - 1; i >= max(0, first-fateReach); i-- {
		if f := FateAt(words, i); f != 0 {
			return f, true
		}
	}
	return 0, false
}

// FateAt is the fate that word i tells of; 0 for none.
func FateAt(words []retrieval.Word, i int) int {
	if words[i].Norm == "hospital" && (i == 0 || !toHospital[words[i-1].Norm]) {
		return 0 // "the hospital treated" is no fate, "taken to hospital" is
	}
	return question.Fates[words[i].Norm]
}

var (
	toHospital = text.WordSet(`to in`)
	// Coordinates join two clauses.
	Coordinates = text.WordSet(`and but while or`)
)

// parts are the words of a question that ask for a part of what is counted.
var parts = text.WordSet(`of among seriously critically badly them`)

// IsPart reports whether a number counts only a part of what another one counts:
// "57 people were hurt, four of them seriously".
func (e *Evidence) IsPart(v value.Value) bool {
	words := e.Words()
	for i := range words {
		if words[i].Start < v.End {
			continue
		}
		return words[i].Norm == "of" && i+1 < len(words) && (words[i+1].Norm == "them" || words[i+1].Norm == "whom" || words[i+1].Norm == "these")
	}
	return false
}

// IsTotal reports whether a number is that of a whole of which the number before it
// is a part: "88 of the 150 seats".
func (e *Evidence) IsTotal(v value.Value) bool {
	words := e.Words()
	at := e.WordAt(v.Start)
	for at > 0 && wholes[words[at-1].Norm] {
		at--
	}
	return at > 1 && words[at-1].Norm == "of" && slices.ContainsFunc(e.Sentence.Values, func(o value.Value) bool {
		return o.Kind == value.Number && o.End == words[at-2].End
	})
}

// wholes are the words that may stand between "of" and the number of a whole.
var wholes = text.WordSet(`the its their his her all some about these those registered`)

// inhabited are the words that ask how many live somewhere.
var inhabited = text.WordSet(`population inhabitants populous`)

// dwelling are the words of a clause that tells how many live somewhere, and
// settlements what "a city of 94,000" is said of.
var (
	dwelling    = text.WordSet(`population populations inhabitants residents citizens live lives living lived home populous inhabited census`)
	settlements = text.WordSet(`city town village municipality settlement community country nation state island county district port capital parish hamlet
		suburb borough province region quarter neighbourhood neighborhood`)
)

// tellsInhabitants reports whether a number is that of those who live somewhere.
func (e *Evidence) tellsInhabitants(v value.Value) bool {
	words := e.Words()
	at := e.WordAt(v.Start)
	if at >= 2 && words[at-1].Norm == "of" && settlements[words[at-2].Norm] {
		return true
	}
	return slices.ContainsFunc(e.ClauseWords(v.Span), func(w retrieval.Word) bool { return dwelling[w.Norm] })
}

// directions are the directions of lengths, by the words that ask for one and stand
// behind one.
var directions = text.ByWord(map[int]string{
	1: `high tall height altitude elevation higher taller`,
	2: `long length longer`,
	3: `wide width across broad wider`,
	4: `deep depth deeper`,
	5: `thick thickness thicker`,
	6: `away distance far off apart farther further`,
})

// directionFits reports whether a length goes in the direction that is asked for:
// how long a bridge is does not tell how high.
func (e *Evidence) directionFits(q *question.Question, v value.Value) bool {
	words := e.Words()
	next := e.WordAt(v.End)
	if question.SortOf(v) != question.SortLength || next < 0 {
		return true
	}
	own, known := directions[words[next].Norm]
	asked := false
	for _, w := range q.Words {
		if d, ok := directions[w]; ok {
			if d == own {
				return true
			}
			asked = true
		}
	}
	return !known || !asked
}
