package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/answer/question"
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

// Strengths of marks. From SureCause on, a sentence is taken for one that gives a
// cause, and the clause for the short answer.
const (
	SureCause  = 0.8
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
	{SureCause, false, 0, `so that`},
	{SureCause, true, 0, `which is why, that is why, which was why, that was why, which led to, which caused, which prompted, which forced, and therefore, and thus, and so`},
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

// Cause is what a sentence gives as the reason for something.
type Cause struct {
	// First and next bound its words among those of the sentence, without the mark.
	First, Next int
	Strength    float64
	// effect is the share of the question that the rest of the sentence has, its
	// surroundings included.
	effect float64
}

// AroundShare is what a word of the question counts for in a sentence's effect that
// only the sentence before or the title has: "It began because …".
const AroundShare = 0.7

// worth is what a cause counts for.
func (c Cause) worth() float64 { return c.Strength * c.effect }

// Sure reports whether it is the cause of what is asked about.
func (c Cause) Sure() bool { return c.Strength >= SureCause && c.effect >= sureEffect }

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
func (e *Evidence) findCause(q *question.Question) Cause {
	words, best := e.Words(), Cause{}
	lacking := q.Has(lexicon.NotCues) && slices.Contains(q.Words, "there") // "Why was there no deal?": not why one is wanted
	for i := range words {
		for _, mark := range causeMarks[words[i].Norm] {
			if !mark.at(words, i) || e.asked(q, mark, i) {
				continue
			}
			c := e.causeAt(mark, i)
			c.effect = e.effect(q, c)
			if !e.isEffect(q, c) || lacking && !e.HasDenial() {
				c.effect = min(c.effect, otherEffect)
			}
			if c.Next > c.First && (best.Next == 0 || c.worth() > best.worth()) {
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
func (e *Evidence) asked(q *question.Question, m causeMark, i int) bool {
	last := m.words[len(m.words)-1]
	return m.before && m.strength < SureCause && !slices.Contains(q.Words, last) && !q.AsksWord(e.Words()[min(i+len(m.words), len(e.Words())-1)])
}

// causeAt are the words of the cause that the mark at word i marks: up to the end of
// the clause, or from its beginning.
func (e *Evidence) causeAt(m causeMark, i int) Cause {
	words := e.Words()
	if m.before {
		first := max(0, i-1)
		for first > 0 && !e.breaksAt(first) {
			first--
		}
		return Cause{First: first, Next: i, Strength: m.strength}
	}
	first := i + len(m.words) - m.kept
	next := first + 1
	for next < len(words) && !e.breaksAt(next) {
		next++
	}
	return Cause{First: first, Next: next, Strength: m.strength}
}

// breaksAt reports whether a clause ends before word i: at a semicolon or dash, or at
// a comma that goes on with something else than a list.
func (e *Evidence) breaksAt(i int) bool {
	words := e.Words()
	gap := e.Passage().Text[words[i-1].End:words[i].Start]
	if strings.ContainsAny(gap, ";:—()“”") {
		return true
	}
	return strings.Contains(gap, ",")
}

// effect is the share of the question that stands outside the cause.
func (e *Evidence) effect(q *question.Question, c Cause) float64 {
	words := e.Words()
	m := make([]float64, len(q.Terms))
	q.MatchInto(m, words[:c.First])
	q.MatchInto(m, words[c.Next:])
	for t := range m {
		m[t] = max(m[t], AroundShare*e.around(t))
	}
	if c.Strength >= SureCause && len(e.Sentence.Names) == 0 {
		for _, t := range q.Names() {
			m[t] = max(m[t], inheritedShare*e.InPassage(q)[t]) // "she did so because …"
		}
	}
	return q.Cover(m)
}

// isEffect reports whether what stands outside the cause can be the deed that is asked
// about: with its verb, or with something of what the question says behind that.
func (e *Evidence) isEffect(q *question.Question, c Cause) bool {
	if q.Deed == nil || q.Deed.Verb < 0 {
		return true
	}
	words := e.Words()
	for i := range words {
		if i >= c.First && i < c.Next {
			continue
		}
		for _, m := range q.Matches(&words[i]) {
			if m.Term == q.Deed.Verb && !isNoun(words, i) || hasObject(q.Deed, q, m.Term) {
				return true
			}
		}
	}
	for t := range q.Terms {
		if hasObject(q.Deed, q, t) && e.around(t) > 0 {
			return true
		}
	}
	return false
}

// hasObject reports whether a term is what the deed was done to, or with: behind the verb,
// or before that of a passive.
func hasObject(s *question.Supposed, q *question.Question, t int) bool {
	return slices.Contains(s.Objects, t) && (s.Passive || q.Terms[t].At > s.At)
}

// around is how well what stands around the sentence has a term.
func (e *Evidence) around(t int) float64 {
	if e.Matched[t] >= e.Context[t] {
		return 0
	}
	return e.Context[t]
}

// Reason is the clause of a sure cause, or "".
func (e *Evidence) Reason(q *question.Question) string {
	if !e.Cause.Sure() || e.Cause.effect < shownEffect {
		return ""
	}
	words := e.Words()[e.Cause.First:e.Cause.Next]
	for len(words) > 0 && (words[0].Norm == "of" || words[0].Norm == "and") {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > longestReason || q.IsRepeated(words) {
		return ""
	}
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}.Of(e.Passage().Text)
}

// longestReason is how many words a short answer to "why" has at the most.
const longestReason = 24
