package answer

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A number stands in a sentence beside others, and beside other names than the
// question's: what is said of those is no answer.

// isOfAnother reports whether a number is that of somebody else than whom the question
// names, who stands right before it: "Ann, 52", "Ann's 144 goals".
func (e *evidence) isOfAnother(q *question, v value.Value) bool {
	words := e.words()
	return !q.namesNobody && slices.ContainsFunc(e.sentence.Names, func(n value.Name) bool {
		return (v.Role == value.Age || e.isOwner(n)) && n.Next < len(words) && words[n.Next].Start == v.Start &&
			!slices.ContainsFunc(words[n.First:n.Next], q.asksWord)
	})
}

// isInAside reports whether a value stands in what is told of another name than the question's
// in passing: "Unlike Nordlys, which failed in 2022, …" tells nothing of others.
func (e *evidence) isInAside(q *question, v value.Value) bool {
	words, at := e.words(), e.wordAt(v.Start)
	if len(q.ownNames) == 0 || at < 0 {
		return false
	}
	c := clause.At(e.clauses(), at)
	if !asideLeads[words[c.Start].Norm] || !slices.ContainsFunc(e.sentence.Names, func(n value.Name) bool { return n.Next == c.Start }) {
		return false
	}
	return !q.tellsAny(q.ownNames, words[:c.End])
}

// asideLeads begin a clause that tells of the name before it.
var asideLeads = wordSet(`which who whose`)

// isOtherMeasure reports whether a value stands without the noun by which it is asked how much
// there is, in a sentence that has it beside another one: "$150 million in revenue".
func (e *evidence) isOtherMeasure(q *question, v value.Value) bool {
	noun := q.measureTerm()
	if noun < 0 || e.matched[noun] == 0 || e.tellsBeside(q, noun, v) {
		return false
	}
	return slices.ContainsFunc(e.sentence.Values, func(o value.Value) bool { return q.wants(o) && e.tellsBeside(q, noun, o) })
}

// measureTerm is the term of the noun behind "how much", or -1.
func (q *question) measureTerm() int {
	how := slices.Index(q.Words, "much")
	if how < 1 || q.Words[how-1] != "how" {
		return -1
	}
	return slices.IndexFunc(q.terms, func(t retrieval.Term) bool { return t.At == how+1 && nounSorts[t.Norm]|howSorts[t.Norm] != 0 })
}

// tellsBeside reports whether a term stands close to a value.
func (e *evidence) tellsBeside(q *question, term int, v value.Value) bool {
	return slices.ContainsFunc(e.besideValue(v), func(w retrieval.Word) bool { return q.tellsAny([]int{term}, []retrieval.Word{w}) })
}

// inRun reports whether a number is one of a run that together says something else:
// "a 70/30 split", "he batted .349/.421/.575", "a two- to three-year window", and "they went
// 9-22", but where a score is asked for.
func (e *evidence) inRun(q *question, v value.Value) bool {
	s := e.passage().Text
	before, after := s[:v.Start], s[v.End:]
	return v.Kind == value.Number && (strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".") ||
		strings.HasPrefix(after, "/") || strings.HasPrefix(after, "- ") || isHalf(before, after) && !q.has(scored))
}

// scored are what scores count.
var scored = wordSet(`point points goal goals run runs set sets try tries frame frames touchdown touchdowns score scored`)

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
func (e *evidence) isShareOfCounted(q *question, v value.Value) bool {
	return sortOf(v) == sortShare && q.has(many) && slices.ContainsFunc(e.sentence.Values, func(o value.Value) bool { return e.countsByName(q, o) })
}

// countsByName reports whether the noun behind a number is what is asked for.
func (e *evidence) countsByName(q *question, v value.Value) bool {
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
	many     = wordSet(`many`)
	whenWord = wordSet(`when`)
)

// countedBy is the noun behind a number: "one" has it in the singular.
func (e *evidence) countedBy(v value.Value) string {
	if v.Kind != value.Number || v.Unit != "" {
		return v.Unit
	}
	words := e.words()
	next := e.wordAt(v.End)
	if next < 1 || words[next-1].Norm != "one" || e.passage().Text[v.End:words[next].Start] != " " || !isSingularNoun(words[next]) {
		return ""
	}
	return words[next].Norm
}

// isSingularNoun reports whether a word behind "one" is what that counts.
func isSingularNoun(w retrieval.Word) bool {
	return !w.Stop && !w.IsNumeric() && !isParticiple(w.Norm) && !isClosed(w.Norm)
}

// besides is the weight of the question's words that stand close around a value, in its
// clause: of two that a clause gives, the one that is told with more of them answers, and
// first the one that counts what is asked for by name, or else by a word like it.
func (e *evidence) besides(q *question, v value.Value) float64 {
	sum := q.total * (indicator(e.countsByName(q, v)) + indicator(q.focus[text.Stem(e.countedBy(v))]))
	near := q.match(e.besideValue(v))
	for t, m := range near {
		if !q.focus[q.terms[t].Stem] {
			sum += m * q.weight[t]
		}
	}
	return sum
}

// isGiven reports whether a date says no more than the question does: it does not answer
// when "the 2024 auction" is.
func (e *evidence) isGiven(q *question, v value.Value) bool {
	if v.Kind != value.Date || q.Kind != retrieval.KindDate || q.choice != nil || !q.has(whenWord) {
		return false
	}
	words := e.words()
	first, next := wordsWithin(words, v.Span)
	return first < next && !slices.ContainsFunc(words[first:next], func(w retrieval.Word) bool { return !w.Stop && !q.asksWord(w) })
}

// isOtherShare reports whether a number is the whole where the question asks for the part, or the
// other way round: of "recovered seven of the nine stolen pieces" seven were recovered, and nine
// stolen.
func (e *evidence) isOtherShare(q *question, v value.Value) bool {
	part, whole, ok := e.shares(v)
	if !ok {
		return false
	}
	words, end := e.clauseWords(text.Span{Start: part.Start, End: part.Start}), e.countedEnd(whole)
	ofPart, ofWhole := false, false
	for i, w := range words {
		tells := q.tellsCounted(words[i : i+1])
		ofPart = ofPart || tells && (w.End <= part.Start || w.Start >= end)
		ofWhole = ofWhole || tells && w.Start >= whole.End && w.Start < end
	}
	return ofPart != ofWhole && ofWhole != (v.Start == whole.Start)
}

// shares are the part and the whole of which a number is one, if it is.
func (e *evidence) shares(v value.Value) (part, whole value.Value, ok bool) {
	for _, o := range e.sentence.Values {
		switch {
		case o.Kind != value.Number || o.Start == v.Start:
		case o.End < v.Start && e.isTotal(v) && e.wordAt(v.Start)-e.wordAt(o.End) <= shareReach:
			return o, v, true
		case v.End < o.Start && e.isTotal(o) && e.wordAt(o.Start)-e.wordAt(v.End) <= shareReach:
			return v, o, true
		}
	}
	return part, whole, false
}

// shareReach is how many words stand between a part and its whole at the most: "seven of the nine".
const shareReach = 3

// tellsCounted reports whether one of some words tells of what the question asks the number of,
// beside the noun that is counted.
func (q *question) tellsCounted(words []retrieval.Word) bool {
	return slices.ContainsFunc(words, func(w retrieval.Word) bool {
		return slices.ContainsFunc(q.matches(&w), func(m termMatch) bool {
			return !q.focus[q.terms[m.term].Stem] && !q.isLight(m.term) && q.weight[m.term] > 0
		})
	})
}
