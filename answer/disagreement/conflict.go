package disagreement

import (
	"slices"
	"time"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/yesno"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// aboutNames say what a disagreement is about.
var aboutNames = map[retrieval.Kind]string{
	retrieval.KindDate: "date", retrieval.KindDuration: "duration", retrieval.KindNumber: "number",
}

// InValues finds values of the expected kind that different articles give
// for the same thing and that cannot all be true; nil if there are none.
func InValues(q *question.Question, best []*evidence.Evidence) *Difference {
	if q.Kind == retrieval.KindPlace && !q.OnlyNames {
		return placesDiffer(q, best)
	}
	about, ok := aboutNames[q.AskedKind()]
	if !ok || q.OnlyNames {
		return nil
	}
	return differing(about, reportedValues(q, best), &Matters{Q: q, Best: best})
}

// differing sets the values that exclude each other side by side, each with the other
// articles that give it, too; nil if there are none.
func differing(about string, all []reported, m *Matters) *Difference {
	groups := mergeAgreeing(contradicting(groupValues(m.ofOneSubject(all))))
	if len(groups) == 0 || leavesBest(all, groups) || m.ofAnother(groups) {
		return nil
	}
	m.join(groups)
	d := &Difference{About: about}
	for _, g := range groups {
		c := Claim{Value: g[0].text, At: g[0].value.Span}
		for _, r := range g {
			c.Sources = append(c.Sources, r.from)
		}
		d.Claims = append(d.Claims, c)
	}
	return d
}

// leavesBest reports whether the value that belongs most closely to the question is no side, agrees
// with none and is given by none as well: then the sides tell of something else.
func leavesBest(all []reported, sides [][]reported) bool {
	best := all[0]
	return !slices.ContainsFunc(sides, func(g []reported) bool {
		return g[0].attach >= best.attach || value.Agree(best.value, g[0].value) || GivesToo(g[0].from, best.value)
	})
}

// mergeAgreeing puts sides together that can both be true and exclude the same others:
// "five hours", "just under five hours".
func mergeAgreeing(sides [][]reported) [][]reported {
	excluded := func(g []reported) []bool {
		var out []bool
		for _, o := range sides {
			out = append(out, g[0].excludes(o[0]))
		}
		return out
	}
	var merged [][]reported
	var others [][]bool
next:
	for _, g := range sides {
		own := excluded(g)
		for i, m := range merged {
			if value.Agree(m[0].value, g[0].value) && slices.Equal(own, others[i]) {
				merged[i] = append(m, g...)
				continue next
			}
		}
		merged, others = append(merged, g), append(others, own)
	}
	return merged
}

// join adds to each side the articles without one that give the same figure on the same
// matter, in whatever words: no other thing is likely to have it.
func (m *Matters) join(sides [][]reported) {
	spoken := map[string]bool{}
	for _, g := range sides {
		for _, r := range g {
			spoken[r.from.Article()] = true
		}
	}
	for _, e := range m.Best {
		for _, v := range e.Sentence.Values {
			i := slices.IndexFunc(sides, func(g []reported) bool { return g[0].telling() && oneFigure(g[0].value, v) && !spoken[e.Article()] })
			onMatter := func(g []reported) bool { return m.same(g[0].from, e) }
			if i < 0 || !SetsOne(e, m.Q, v) || !slices.ContainsFunc(sides, onMatter) {
				continue
			}
			spoken[e.Article()] = true
			sides[i] = append(sides[i], side(e, v, 0))
			break
		}
	}
}

// leastTelling is how large a figure must be for chance hardly to give it twice.
const leastTelling = 10

// telling reports whether a figure is one that hardly two things have.
func (r reported) telling() bool {
	switch v := r.value; v.Kind {
	case value.Number:
		return v.Unit != "" && v.Low >= leastTelling
	case value.Duration:
		return v.Role == value.NoRole && !v.Hedged && v.Units() >= leastTelling
	case value.Money:
		return true
	}
	return false
}

// oneFigure reports whether two values are equal and count the same.
func oneFigure(v, w value.Value) bool {
	return v.Kind == w.Kind && v.Unit == w.Unit && v.Role == w.Role && value.Same(v, w)
}

// groupValues puts together the values that are the same.
func groupValues(all []reported) [][]reported {
	var groups [][]reported
next:
	for _, r := range all {
		for i, g := range groups {
			if value.Same(g[0].value, r.value) {
				groups[i] = append(g, r)
				continue next
			}
		}
		groups = append(groups, []reported{r})
	}
	return groups
}

// contradicting keeps the groups that exclude another one: "August 2025" takes no
// side between Friday and Saturday.
func contradicting(groups [][]reported) [][]reported {
	var sides [][]reported
	for i := range groups {
		for k := range groups {
			if groups[i][0].excludes(groups[k][0]) {
				sides = append(sides, groups[i])
				break
			}
		}
	}
	return sides
}

// excludes reports whether two values cannot both be true: they contradict each
// other, are not of different times, and none of them is only said to be possible.
func (r reported) excludes(o reported) bool {
	if r.near && o.value.When.Year != 0 || o.near && r.value.When.Year != 0 {
		return r.sameDays(o) && value.Excludes(r.value, o.value) && r.possible() == o.possible()
	}
	return r.fate == o.fate && value.Excludes(r.counted(o), o.counted(r)) && !GivesToo(r.from, o.value) && !GivesToo(o.from, r.value) && (r.value.Kind == value.Date || !atOtherTime(r.from, o.from) && !ofOtherYears(r.from, o.from)) &&
		r.possible() == o.possible() && r.inScaleOf(o) && r.isMargin() == o.isMargin() && !r.updates(o)
}

// inScaleOf reports whether two counts can be of one thing: three dockers of a committee
// are not the dockers of a port.
func (r reported) inScaleOf(o reported) bool {
	return r.value.Kind != value.Number || r.value.Unit == "" || o.value.Unit == "" || value.SameScale(r.value, o.value)
}

// isMargin reports whether a number tells by how much something is more than something
// else: who won by 400 votes had more than those.
func (r reported) isMargin() bool {
	next := r.from.WordAt(r.value.Start)
	return r.value.Kind == value.Number && next > 0 && r.from.Words()[next-1].Norm == "by"
}

// updates reports whether one of two figures is only one of a moment: "so far 12", "after
// half of the votes had been counted", "has risen to 19".
func (r reported) updates(o reported) bool {
	if r.value.Kind == value.Date || r.value.Kind == value.Duration {
		return false
	}
	return isProvisional(r.from) != isProvisional(o.from) || r.from.Has(yesno.Lingering) && o.from.Has(yesno.Lingering) && r.from.Written() != o.from.Written()
}

// isProvisional reports whether a sentence speaks of what is not yet the end of the count; who
// "counted 22 injured" has counted them.
func isProvisional(e *evidence.Evidence) bool {
	if e.Has(provisional) {
		return true
	}
	words := e.Words()
	at := slices.IndexFunc(words, func(w retrieval.Word) bool { return w.Norm == "counted" })
	return at >= 0 && (at+1 == len(words) || !words[at+1].IsNumeric())
}

var provisional = text.WordSet(`far provisional preliminary partial projected projection exit initially risen climbed`)

// sameDays reports whether two dates, of which one is told by the day of writing, are
// days of one week: "on Friday" of the week after is another event.
func (r reported) sameDays(o reported) bool {
	const week = 7 * 24 * time.Hour
	a, b := r.value.When, o.value.When
	if a.Day == 0 || b.Day == 0 {
		return false
	}
	return a.First().Sub(b.First()).Abs() < week
}

// longestGiving is how many words a sentence has at the most that gives both values.
const longestGiving = 30

// GivesToo reports whether a sentence gives a value as well: then it takes no other
// side. Sales of 2.1 billion are those of 2.1 billion euros. What is longer than a sentence
// of news, such as the text of a page, gives everything; a part with its whole ("seven of the nine")
// it gives at any length.
func GivesToo(e *evidence.Evidence, v value.Value) bool {
	short := len(e.Words()) <= longestGiving
	return slices.ContainsFunc(e.Sentence.Values, func(w value.Value) bool {
		return (short || e.IsTotal(w)) && !w.Ordinal && v.Kind == value.Date == (w.Kind == value.Date) && value.Same(v, w)
	})
}

// counted is the value with the noun that both count where that is people for both:
// "seven lives", "four people". Those whom nothing befell may be others: "five
// soldiers", "nine workers".
func (r reported) counted(o reported) value.Value {
	v := r.value
	if v.Kind == value.Number && countsPeople(r.from, v) && countsPeople(o.from, o.value) && (r.fate != 0 || anybody[v.Unit] || anybody[o.value.Unit]) {
		v.Unit = "people"
	}
	return v
}

// anybody are the nouns for people of any sort.
var anybody = text.WordSet(`people persons`)

// possible reports whether the clause of the value speaks of what may be, or dates what is
// still to come.
func (r reported) possible() bool {
	if r.from.IsAhead(r.value) {
		return true
	}
	words := r.from.ClauseAround(r.value.Span)
	for i := range words {
		if question.IsModal(words[i]) && !(words[i].Start > r.value.End && isPlain(words, i)) {
			return true
		}
	}
	return false
}

// isPlain reports whether a word that may leave open what its clause tells is a noun or a name's verb
// there: 2,000 marched "against the plan", three "are called Asa".
func isPlain(words []retrieval.Word, i int) bool {
	if i > 0 && question.ClassWords[words[i-1].Norm] == question.ClassDeterminer {
		return true
	}
	return words[i].Norm == "called" && i+1 < len(words) && words[i+1].IsCapital()
}
