package answer

import (
	"math"
	"strings"

	"sherpa/answer/clause"
	"sherpa/internal/text"
)

// spanScorer scores the candidates of some sentences for a question.
type spanScorer struct {
	q *question
	// rule is the short answer that the rules give, or "".
	rule     string
	asked    askedForm
	readings []*spanReading
	top      float64
	buf      signs
	// seen counts in how many of the sentences each stem stands.
	seen map[string]int
}

func newSpanScorer(q *question, best []*evidence, rule string) *spanScorer {
	s := &spanScorer{q: q, rule: rule, asked: readAsked(q), top: math.Inf(-1), buf: make(signs, 0, cfCount), seen: map[string]int{}}
	for _, e := range best {
		r := newSpanReading(q, e)
		s.readings = append(s.readings, r)
		r.rank = len(s.readings)
		s.top = max(s.top, e.score)
		for i := range r.words {
			if r.isFirst(i) {
				s.seen[r.words[i].Stem]++
			}
		}
	}
	for _, r := range s.readings {
		r.know(s.seen)
		r.findHeads(s.asked.head)
	}
	return s
}

func (s *spanScorer) score(c *candidate) float64 {
	sum := 0.0
	for _, sg := range s.signs(c) {
		sum += sg.value * float64(candidateWeights[sg.feature][s.asked.asked])
	}
	return sum
}

// signs are the features of a candidate. They are overwritten by the next call.
func (s *spanScorer) signs(c *candidate) signs {
	s.buf = s.buf[:0]
	r := s.readings[c.rank-1]
	s.place(c, r)
	s.nearness(c, r)
	s.order(c, r)
	s.headNoun(c, r)
	s.shape(c, r)
	s.typed(c, r)
	s.borders(c, r)
	s.rarity(c, r)
	return s.buf
}

// place adds the signs of the sentence.
func (s *spanScorer) place(c *candidate, r *spanReading) {
	s.buf.add(cfLag, max(-6, c.from.score-s.top))
	s.buf.is(cfFirst, r == s.readings[0])
	s.buf.add(cfRank, 1/float64(r.rank))
	s.buf.is(cfLead, c.first == 0)
	s.buf.is(cfTail, c.next == len(r.words))
	title, elsewhere, again, n := 0.0, 0.0, 0.0, 0.0
	for i := c.first; i < c.next; i++ {
		if at := &r.known[i]; at.says {
			n++
			title += indicator(at.title)
			elsewhere += indicator(r.elsewhere[i])
			again += indicator(at.first < c.first)
		}
	}
	if n > 0 {
		s.buf.add(cfTitle, title/n)
		s.buf.add(cfElsewhere, elsewhere/n)
		s.buf.add(cfAgain, again/n)
	}
}

// nearness adds how much of the question stands around the span.
func (s *spanScorer) nearness(c *candidate, r *spanReading) {
	left, right := r.left[c.first], r.right[c.next]
	s.buf.add(cfNear, left+right)
	s.buf.add(cfLeft, left)
	s.buf.add(cfRight, right)
	s.buf.add(cfFar, r.farLeft[c.first]+r.farRight[c.next])
	s.buf.add(cfBoth, min(left, right))
	cl := clause.At(r.from.clauses(), c.first)
	in := 0.0
	if cl.End > cl.Start {
		in = r.sum[cl.End] - r.sum[cl.Start]
	}
	s.buf.add(cfClause, in)
	some, n := 0.0, 0.0
	for i := c.first; i < c.next; i++ {
		if !r.words[i].Stop {
			n++
			if r.term[i] >= 0 {
				some++
			}
		}
	}
	if n > 0 {
		s.buf.add(cfAsked, some/n)
		s.buf.is(cfSomeAsked, some > 0)
	}
}

// termReach is how many words off a term may stand that is said to come next.
const termReach = 6

// termAt is how near, from 1 down to 0, term t stands after place i in direction
// step.
func (r *spanReading) termAt(t, i, step int) float64 {
	if t < 0 {
		return 0
	}
	for d := range termReach {
		if i < 0 || i >= len(r.words) {
			return 0
		}
		if r.term[i] == t {
			return 1 / float64(d+1)
		}
		i += step
	}
	return 0
}

// order adds how the span stands to the terms that the question gives next to
// what it asks for.
func (s *spanScorer) order(c *candidate, r *spanReading) {
	a := &s.asked
	nextRight, nextLeft := r.termAt(a.next, c.next, 1), r.termAt(a.next, c.first-1, -1)
	lastRight, lastLeft := r.termAt(a.last, c.next, 1), r.termAt(a.last, c.first-1, -1)
	if a.subject {
		s.buf.add(cfSubject, nextRight)
	} else {
		s.buf.add(cfObject, lastLeft)
	}
	s.buf.add(cfNextRight, nextRight)
	s.buf.add(cfNextLeft, nextLeft)
	s.buf.add(cfLastRight, lastRight)
	s.buf.add(cfLastLeft, lastLeft)
	s.buf.add(cfGapLeft, r.termAt(a.before, c.first-1, -1))
	cl := clause.At(r.from.clauses(), c.first)
	verb, next := false, false
	for i := cl.Start; i < cl.End; i++ {
		verb = verb || a.verb >= 0 && r.term[i] == a.verb
		next = next || a.next >= 0 && r.term[i] == a.next
	}
	s.buf.is(cfVerbClause, verb)
	s.buf.is(cfNextClause, next)
	s.buf.is(cfTwoRight, c.next+1 < len(r.words) && r.term[c.next] >= 0 && r.term[c.next+1] >= 0)
	s.buf.is(cfTwoLeft, c.first > 1 && r.term[c.first-1] >= 0 && r.term[c.first-2] >= 0)
	s.buf.add(cfVerbLeft, r.termAt(a.verb, c.first-1, -1))
	s.buf.add(cfVerbRight, r.termAt(a.verb, c.next, 1))
	at := r.leftOf(c.first)
	if at >= 0 {
		s.buf.is(cfAgent, r.words[at].Norm == "by" && a.verb >= 0 && at > 0 && r.termAt(a.verb, at-1, -1) > 0.3)
		s.buf.is(cfVerbPrep, a.prep != "" && r.words[at].Norm == a.prep && at > 0 && r.term[at-1] >= 0)
		s.buf.is(cfPrep, a.prep != "" && r.words[at].Norm == a.prep)
		s.buf.is(cfBeLeft, r.class[at] == wcBe && at > 0 && r.term[at-1] >= 0)
		s.buf.is(cfComma, r.before[at+1] == wcMark && r.term[at] >= 0)
	}
	if c.next < len(r.words) {
		s.buf.is(cfBeRight, r.class[c.next] == wcBe && r.gainBetween(c.next, c.next+4) > 0)
		s.buf.is(cfCommaR, r.before[c.next] == wcMark && r.gainBetween(c.next, c.next+3) > 0)
	}
}

// leftOf is the word before place i that is no article.
func (r *spanReading) leftOf(i int) int {
	i--
	for i >= 0 && isArticle(r.words[i].Norm) {
		i--
	}
	return i
}

func (r *spanReading) gainBetween(from, to int) float64 {
	to = min(to, len(r.words))
	if from >= to {
		return 0
	}
	return r.sum[to] - r.sum[from]
}

// headNoun adds how the span stands to the noun that is asked for.
func (s *spanScorer) headNoun(c *candidate, r *spanReading) {
	if !r.hasHead {
		return
	}
	in := false
	for i := c.first; i < c.next-1; i++ {
		in = in || r.isHead(i)
	}
	s.buf.is(cfHeadIn, in)
	s.buf.is(cfHeadLast, r.isHead(c.next-1))
	left := r.leftOf(c.first)
	s.buf.is(cfHeadLeft, r.isHead(left))
	s.buf.is(cfHeadRight, r.isHead(c.next))
	if left > 0 {
		of := r.words[left].Norm
		s.buf.is(cfHeadOf, (of == "of" || of == "called" || of == "named" || of == "as") && (r.isHead(left-1) || r.isHead(left-2)))
	}
	near := false
	for i := c.next; i < min(len(r.words), c.next+3); i++ {
		if r.isHead(i) {
			s.buf.is(cfHeadSoon, true)
			break
		}
	}
	for i := max(0, c.first-5); i < min(len(r.words), c.next+5); i++ {
		near = near || (i < c.first || i >= c.next) && r.isHead(i)
	}
	s.buf.is(cfHeadNear, near)
	if c.next < len(r.words) && r.class[c.next] == wcBe {
		for i := c.next; i < min(len(r.words), c.next+6); i++ {
			if r.isHead(i) {
				s.buf.is(cfHeadIs, true)
				break
			}
		}
	}
}

// isHead reports whether word i is the noun that is asked for, or one used for it.
func (r *spanReading) isHead(i int) bool { return i >= 0 && i < len(r.head) && r.head[i] }

// findHeads finds the noun that is asked for, if one is.
func (r *spanReading) findHeads(head string) {
	if head == "" {
		return
	}
	r.head = make([]bool, len(r.words))
	for i := range r.words {
		r.head[i] = r.words[i].Stem == head || text.Related(head, r.words[i].Stem)
		r.hasHead = r.hasHead || r.head[i]
	}
}

// typed adds whether the span is a value that is asked for, or a name.
func (s *spanScorer) typed(c *candidate, r *spanReading) {
	for _, v := range r.from.sentence.Values {
		if v.Start >= c.span.End || v.End <= c.span.Start || !s.q.wants(v) {
			continue
		}
		switch {
		case v.Start == c.span.Start && v.End == c.span.End:
			s.buf.is(cfValue, true)
		case v.Start >= c.span.Start && v.End <= c.span.End:
			s.buf.is(cfValueIn, true)
		default:
			s.buf.is(cfValueCut, true)
		}
		break
	}
	if s.rule != "" {
		own := c.text()
		same := own == s.rule
		s.buf.is(cfRule, same)
		s.buf.is(cfRuleIn, !same && (strings.Contains(s.rule, own) || strings.Contains(own, s.rule)))
	}
	for _, n := range r.from.sentence.Names {
		switch {
		case n.First >= c.next || n.Next <= c.first:
			continue
		case n.First == c.first && n.Next == c.next:
			s.buf.is(cfName, true)
			s.buf.is(cfPerson, r.from.personLike(n))
		case n.First >= c.first && n.Next <= c.next:
			s.buf.is(cfNameIn, true)
		default:
			s.buf.is(cfNameCut, true)
		}
		break
	}
}

// rarity adds how rare the span's words are, and the ending of its last.
func (s *spanScorer) rarity(c *candidate, r *spanReading) {
	sum, n, most := 0.0, 0.0, 0.0
	for i := c.first; i < c.next; i++ {
		if !r.words[i].Stop {
			x := float64(r.words[i].Rarity)
			sum, n, most = sum+x, n+1, max(most, x)
		}
	}
	if n > 0 {
		s.buf.add(cfRare, sum/n)
		s.buf.add(cfRarest, most)
	}
	last := &r.words[c.next-1]
	s.buf.add(cfLastRare, float64(last.Rarity))
	s.buf.add(cfEnding+r.ending[c.next-1], 1)
	s.buf.is(cfAcronym, r.before[c.first] == wcOpen && c.next == c.first+1 && isUpper(last.Text))
	n2 := len(r.words)
	s.buf.add(cfOutside, r.sum[n2]-r.sum[c.next]+r.sum[c.first])
}
