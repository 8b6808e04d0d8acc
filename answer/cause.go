package answer

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// causeMark is how a sentence marks a cause.
type causeMark struct {
	words []string
	// strength says how surely it is a cause: "after" only tells the order mostly.
	strength float64
	// before says that the cause stands before the mark: "which is why".
	before bool
	// kept is how many words of the mark belong to the cause: "to" in "in order to".
	kept int
}

// Strengths of marks. From sureCause on, a sentence is taken for one that gives a
// cause, and the clause for the short answer.
const (
	sureCause  = 0.8
	looseCause = 0.4
)

// causeMarks are the marks by their first words.
var causeMarks = causeMarksOf([]struct {
	strength float64
	before   bool
	kept     int
	phrases  string
}{
	{1, false, 0, `because of, because, due to, owing to, on account of, as a result of, as a consequence of, caused by, triggered by, prompted by, blamed on,
		thanks to, for the reason that, on the grounds that, given that, forced by, the reason is, the reason was, stems from, stemmed from`},
	{1, false, 0, `in protest at, in protest against, in response to, in reaction to, out of fear, out of concern, out of anger, for fear of, for lack of, for want of`},
	{1, false, 1, `in order to, so as to, in an effort to, in an attempt to, in a bid to, in the hope of, with the aim of`},
	{sureCause, false, 0, `so that`},
	{sureCause, true, 0, `which is why, that is why, which was why, that was why, which led to, which caused, which prompted, which forced, and therefore, and thus, and so`},
	{0.6, false, 0, `over, since, as, following, amid`},
	{0.6, true, 0, `led to, resulted in, caused, prompted, forced`},
	{looseCause, false, 0, `after, when`},
	{0.15, false, 0, `for, from, out of, with`},
	{looseCause, false, 1, `to`},
})

func causeMarksOf(rows []struct {
	strength float64
	before   bool
	kept     int
	phrases  string
},
) map[string][]causeMark {
	marks := map[string][]causeMark{}
	for _, row := range rows {
		for phrase := range strings.SplitSeq(row.phrases, ",") {
			words := strings.Fields(phrase)
			marks[words[0]] = append(marks[words[0]], causeMark{words, row.strength, row.before, row.kept})
		}
	}
	return marks
}

// cause is what a sentence gives as the reason for something.
type cause struct {
	// first and next bound its words among those of the sentence, without the mark.
	first, next int
	strength    float64
	// effect is the share of the question that the rest of the sentence has, its
	// surroundings included.
	effect float64
}

// aroundShare is what a word of the question counts for in a sentence's effect that
// only the sentence before or the title has: "It began because …".
const aroundShare = 0.7

// worth is what a cause counts for.
func (c cause) worth() float64 { return c.strength * c.effect }

// sure reports whether it is the cause of what is asked about.
func (c cause) sure() bool { return c.strength >= sureCause && c.effect >= sureEffect }

// holds reports whether a candidate is part of the cause, where one is marked surely.
func (c cause) holds(part candidate) bool {
	return c.strength < sureCause || part.first >= c.first && part.next <= c.next
}

// sureEffect is the share of the question that the effect of a sure cause has, and
// shownEffect that of one whose clause is the short answer.
const (
	sureEffect  = 0.45
	shownEffect = 0.55
	// otherEffect is at most the effect where what is told is not the deed.
	otherEffect = 0.4
)

// findCause is the cause in the sentence that is most likely that of what the
// question asks about.
func (e *evidence) findCause(q *question) cause {
	words, best := e.words(), cause{}
	for i := range words {
		for _, mark := range causeMarks[words[i].Norm] {
			if !mark.at(words, i) || e.asked(q, mark, i) {
				continue
			}
			c := e.causeAt(mark, i)
			c.effect = e.effect(q, c)
			if !e.isEffect(q, c) {
				c.effect = min(c.effect, otherEffect)
			}
			if c.next > c.first && (best.next == 0 || c.worth() > best.worth()) {
				best = c
			}
			break
		}
	}
	return best
}

// at reports whether the mark stands at word i.
func (m causeMark) at(words []retrieval.Word, i int) bool {
	if i+len(m.words) >= len(words) {
		return false
	}
	for k, w := range m.words {
		if words[i+k].Norm != w {
			return false
		}
	}
	if next := words[i+len(m.words)]; m.words[0] == "to" {
		return next.Verbal && !next.Stop && i > 0 && !words[i-1].Stop && !next.IsCapital()
	}
	return true
}

// asked reports whether the question itself has the mark's verb: "What caused the
// fire?" does not ask for what the fire caused.
func (e *evidence) asked(q *question, m causeMark, i int) bool {
	last := m.words[len(m.words)-1]
	return m.before && m.strength < sureCause && !slices.Contains(q.Words, last) && !q.asksWord(e.words()[min(i+len(m.words), len(e.words())-1)])
}

// causeAt are the words of the cause that the mark at word i marks: up to the end of
// the clause, or from its beginning.
func (e *evidence) causeAt(m causeMark, i int) cause {
	words := e.words()
	if m.before {
		first := max(0, i-1)
		for first > 0 && !e.breaksAt(first) {
			first--
		}
		return cause{first: first, next: i, strength: m.strength}
	}
	first := i + len(m.words) - m.kept
	next := first + 1
	for next < len(words) && !e.breaksAt(next) {
		next++
	}
	return cause{first: first, next: next, strength: m.strength}
}

// breaksAt reports whether a clause ends before word i: at a semicolon or dash, or at
// a comma that goes on with something else than a list.
func (e *evidence) breaksAt(i int) bool {
	words := e.words()
	gap := e.passage().Text[words[i-1].End:words[i].Start]
	if strings.ContainsAny(gap, ";:—()“”") {
		return true
	}
	return strings.Contains(gap, ",")
}

// effect is the share of the question that stands outside the cause.
func (e *evidence) effect(q *question, c cause) float64 {
	words := e.words()
	m := make([]float64, len(q.terms))
	q.matchInto(m, words[:c.first])
	q.matchInto(m, words[c.next:])
	for t := range m {
		m[t] = max(m[t], aroundShare*e.around(t))
	}
	if c.strength >= sureCause && len(e.sentence.Names) == 0 {
		for _, t := range q.names() {
			m[t] = max(m[t], inheritedShare*e.inPassage(q)[t]) // "she did so because …"
		}
	}
	return q.cover(m)
}

// isEffect reports whether what stands outside the cause can be the deed that is asked
// about: with its verb, or with something of what the question says behind that.
func (e *evidence) isEffect(q *question, c cause) bool {
	if q.deed == nil || q.deed.verb < 0 {
		return true
	}
	words := e.words()
	for i := range words {
		if i >= c.first && i < c.next {
			continue
		}
		for _, m := range q.matches(&words[i]) {
			if m.term == q.deed.verb && !isNoun(words, i) || q.deed.hasObject(q, m.term) {
				return true
			}
		}
	}
	for t := range q.terms {
		if q.deed.hasObject(q, t) && e.around(t) > 0 {
			return true
		}
	}
	return false
}

// hasObject reports whether a term is what the deed was done to, or with: behind the verb,
// or before that of a passive.
func (s *supposed) hasObject(q *question, t int) bool {
	return slices.Contains(s.objects, t) && (s.passive || q.terms[t].At > s.at)
}

// around is how well what stands around the sentence has a term.
func (e *evidence) around(t int) float64 {
	if e.matched[t] >= e.context[t] {
		return 0
	}
	return e.context[t]
}

// reason is the clause of a sure cause, or "".
func (e *evidence) reason(q *question) string {
	if !e.cause.sure() || e.cause.effect < shownEffect {
		return ""
	}
	words := e.words()[e.cause.first:e.cause.next]
	for len(words) > 0 && (words[0].Norm == "of" || words[0].Norm == "and") {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > longestReason || q.isRepeated(words) {
		return ""
	}
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}.Of(e.passage().Text)
}

// goesOnWithEffect reports whether the candidate goes on with what is to be explained: it begins
// with a word of the question, right behind another one ("shook | hands and left").
func (c candidate) goesOnWithEffect(q *question) bool {
	words := c.from.words()
	return c.first > 0 && len(q.matches(&words[c.first])) > 0 && len(q.matches(&words[c.first-1])) > 0
}

// isRepeated reports whether half of the words or more are the question's, or they have
// all of it: that something happened is no reason for it.
func (q *question) isRepeated(words []retrieval.Word) bool {
	said, asked := 0, 0
	for i := range words {
		if !words[i].Stop {
			said++
			asked += int(indicator(len(q.matches(&words[i])) > 0))
		}
	}
	return 2*asked >= said || q.cover(q.match(words)) == 1
}

// longestReason is how many words a short answer to "why" has at the most.
const longestReason = 24
