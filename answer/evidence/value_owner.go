package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/answer/timeline"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A number stands in a sentence beside others, and beside other names than the
// question's: what is said of those is no answer.

// isOfAnother reports whether a number is that of somebody else than whom the question
// names, who stands right before it: "Ann, 52", "Ann's 144 goals".
func (e *Evidence) isOfAnother(q *question.Question, v value.Value) bool {
	words := e.Words()
	return !q.NamesNobody && slices.ContainsFunc(e.Sentence.Names, func(n value.Name) bool {
		return (v.Role == value.Age || e.IsOwner(n)) && n.Next < len(words) && words[n.Next].Start == v.Start &&
			!slices.ContainsFunc(words[n.First:n.Next], q.AsksWord)
	})
}

// isInAside reports whether a value stands in what is told of another name than the question's
// in passing: "Unlike Nordlys, which failed in 2022, …" tells nothing of others.
func (e *Evidence) isInAside(q *question.Question, v value.Value) bool {
	words, at := e.Words(), e.WordAt(v.Start)
	if len(q.OwnNames) == 0 || at < 0 {
		return false
	}
	c := clause.At(e.Clauses(), at)
	if !asideLeads[words[c.Start].Norm] || !slices.ContainsFunc(e.Sentence.Names, func(n value.Name) bool { return n.Next == c.Start }) {
		return false
	}
	return !q.TellsAny(q.OwnNames, words[:c.End])
}

// asideLeads begin a clause that tells of the name before it.
var asideLeads = text.WordSet(`which who whose`)

// isOtherMeasure reports whether a value stands without the noun by which it is asked how much
// there is, in a sentence that has it beside another one: "$150 million in revenue".
func (e *Evidence) isOtherMeasure(q *question.Question, v value.Value) bool {
	noun := q.MeasureTerm()
	if noun < 0 || e.Matched[noun] == 0 || e.tellsBeside(q, noun, v) {
		return false
	}
	return slices.ContainsFunc(e.Sentence.Values, func(o value.Value) bool { return q.Wants(o) && e.tellsBeside(q, noun, o) })
}

// tellsBeside reports whether a term stands close to a value.
func (e *Evidence) tellsBeside(q *question.Question, term int, v value.Value) bool {
	return slices.ContainsFunc(e.BesideValue(v), func(w retrieval.Word) bool { return q.TellsAny([]int{term}, []retrieval.Word{w}) })
}

// inRun reports whether a number is one of a run that together says something else:
// "a 70/30 split", "he batted .349/.421/.575", "a two- to three-year window", and "they went
// 9-22", but where a score is asked for.
func (e *Evidence) inRun(q *question.Question, v value.Value) bool {
	s := e.Passage().Text
	before, after := s[:v.Start], s[v.End:]
	return v.Kind == value.Number && (strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".") ||
		strings.HasPrefix(after, "/") || strings.HasPrefix(after, "- ") || isHalf(before, after) && !q.Has(scored))
}

// scored are what scores count.
var scored = text.WordSet(`point points goal goals run runs set sets try tries frame frames touchdown touchdowns score scored`)

// isHalf reports whether a dash joins a number to another one.
func isHalf(before, after string) bool {
	for _, dash := range [2]string{"-", "–"} {
		first, joined := strings.CutSuffix(before, dash)
		second, joins := strings.CutPrefix(after, dash)
		if joined && first != "" && isDigit(first[len(first)-1]) || joins && second != "" && isDigit(second[0]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// isShareOfCounted reports whether a share stands in a sentence that has the number itself,
// where it is asked how many: "16% of its staff, or 870 people".
func (e *Evidence) isShareOfCounted(q *question.Question, v value.Value) bool {
	return question.SortOf(v) == question.SortShare && q.Has(many) && slices.ContainsFunc(e.Sentence.Values, func(o value.Value) bool { return e.countsByName(q, o) })
}

// countsByName reports whether the noun behind a number is what is asked for.
func (e *Evidence) countsByName(q *question.Question, v value.Value) bool {
	unit := e.countedBy(v)
	if v.Kind != value.Number || unit == "" {
		return false
	}
	for i, f := range q.Focus {
		f = text.Stem(f)
		if (f == text.Stem(unit) || f == peopleStem || i == len(q.Focus)-1) && isUnit(f, unit) {
			return true // officers are no police cars
		}
	}
	return false
}

// many asks for a number and no share, and whenWord for a date of any sort.
var (
	many     = text.WordSet(`many`)
	whenWord = text.WordSet(`when`)
)

// countedBy is the noun behind a number: "one" has it in the singular.
func (e *Evidence) countedBy(v value.Value) string {
	if v.Kind != value.Number || v.Unit != "" {
		return v.Unit
	}
	words := e.Words()
	next := e.WordAt(v.End)
	if next < 1 || words[next-1].Norm != "one" || e.Passage().Text[v.End:words[next].Start] != " " || !isSingularNoun(words[next]) {
		return ""
	}
	return words[next].Norm
}

// isSingularNoun reports whether a word behind "one" is what that counts.
func isSingularNoun(w retrieval.Word) bool {
	return !w.Stop && !w.IsNumeric() && !question.IsParticiple(w.Norm) && !question.IsClosed(w.Norm)
}

// besides is the weight of the question's words that stand close around a value, in its
// clause: of two that a clause gives, the one that is told with more of them answers, and
// first the one that counts what is asked for by name, or else by a word like it.
func (e *Evidence) besides(q *question.Question, v value.Value) float64 {
	sum := q.Total * (question.Indicator(e.countsByName(q, v)) + question.Indicator(q.FocusStems[text.Stem(e.countedBy(v))]))
	near := q.Match(e.BesideValue(v))
	for t, m := range near {
		if !q.FocusStems[q.Terms[t].Stem] {
			sum += m * q.Weight[t]
		}
	}
	return sum
}

// isGiven reports whether a date says no more than the question does: it does not answer
// when "the 2024 auction" is.
func (e *Evidence) isGiven(q *question.Question, v value.Value) bool {
	if v.Kind != value.Date || q.Kind != retrieval.KindDate || q.Choice != nil || !q.Has(whenWord) {
		return false
	}
	words := e.Words()
	first, next := WordsWithin(words, v.Span)
	return first < next && !slices.ContainsFunc(words[first:next], func(w retrieval.Word) bool { return !w.Stop && !q.AsksWord(w) })
}

// isOtherShare reports whether a number is the whole where the question asks for the part, or the
// other way round: of "recovered seven of the nine stolen pieces" seven were recovered, and nine
// stolen.
func (e *Evidence) isOtherShare(q *question.Question, v value.Value) bool {
	part, whole, ok := e.shares(v)
	if !ok {
		return false
	}
	words, end := e.ClauseWords(text.Span{Start: part.Start, End: part.Start}), e.CountedEnd(whole)
	ofPart, ofWhole := false, false
	for i, w := range words {
		tells := q.TellsCounted(words[i : i+1])
		ofPart = ofPart || tells && (w.End <= part.Start || w.Start >= end)
		ofWhole = ofWhole || tells && w.Start >= whole.End && w.Start < end
	}
	return ofPart != ofWhole && ofWhole != (v.Start == whole.Start)
}

// shares are the part and the whole of which a number is one, if it is.
func (e *Evidence) shares(v value.Value) (part, whole value.Value, ok bool) {
	for _, o := range e.Sentence.Values {
		switch {
		case o.Kind != value.Number || o.Start == v.Start:
		case o.End < v.Start && e.IsTotal(v) && e.WordAt(v.Start)-e.WordAt(o.End) <= shareReach:
			return o, v, true
		case v.End < o.Start && e.IsTotal(o) && e.WordAt(o.Start)-e.WordAt(v.End) <= shareReach:
			return v, o, true
		}
	}
	return part, whole, false
}

// shareReach is how many words stand between a part and its whole at the most: "seven of the nine".
const shareReach = 3

// aroundValue is how many words before and after a value tell what it is of.
const aroundValue = 4

// BesideValue are the telling words around a value in its clause.
func (e *Evidence) BesideValue(v value.Value) []retrieval.Word {
	clause := e.ClauseAround(v.Span)
	first := slices.IndexFunc(clause, func(w retrieval.Word) bool { return w.Start >= v.Start })
	next := first
	for next < len(clause) && clause[next].Start < v.End {
		next++
	}
	near := slices.Concat(clause[max(0, first-aroundValue):first], clause[next:min(len(clause), next+aroundValue)])
	return slices.DeleteFunc(near, func(w retrieval.Word) bool {
		return w.Stop || w.IsNumeric() || lexicon.Saying[w.Stem] || question.Strays[w.Norm] || timeline.DatingWords[w.Norm]
	})
}
