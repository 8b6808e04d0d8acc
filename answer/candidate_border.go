package answer

import (
	"sherpa/answer/clause"
)

// The signs of where a span begins and ends are the same for all spans that begin or end
// there, and are weighed once for them.

// begins adds the signs of a span that begins with word first.
func (s *spanScorer) begins(first int, r *spanReading) {
	s.buf.add(cfLag, max(-6, r.from.score-s.top))
	s.buf.is(cfFirst, r == s.readings[0])
	s.buf.add(cfRank, 1/float64(r.rank))
	s.buf.is(cfLead, first == 0)
	s.buf.add(cfLeft, r.left[first])
	s.buf.add(cfStart+r.class[first], 1)
	s.clauseAround(first, r)
	s.termsBefore(first, r)
	s.headBefore(first, r)
	s.wordBefore(first, r)
}

// clauseAround adds what the clause has in which a span begins.
func (s *spanScorer) clauseAround(first int, r *spanReading) {
	cl := clause.At(r.from.clauses(), first)
	verb, next := false, false
	for i := cl.Start; i < cl.End; i++ {
		verb = verb || s.asked.verb >= 0 && r.term[i] == s.asked.verb
		next = next || s.asked.next >= 0 && r.term[i] == s.asked.next
	}
	s.buf.add(cfClause, r.sum[cl.End]-r.sum[cl.Start])
	s.buf.is(cfVerbClause, verb)
	s.buf.is(cfNextClause, next)
}

// termsBefore adds how the terms that the question gives next to what it asks for stand
// before a span.
func (s *spanScorer) termsBefore(first int, r *spanReading) {
	a := &s.asked
	last := r.termAt(a.last, first-1, -1)
	if !a.subject {
		s.buf.add(cfObject, last)
	}
	s.buf.add(cfLastLeft, last)
	s.buf.add(cfNextLeft, r.termAt(a.next, first-1, -1))
	s.buf.add(cfGapLeft, r.termAt(a.before, first-1, -1))
	s.buf.add(cfVerbLeft, r.termAt(a.verb, first-1, -1))
	s.buf.is(cfTwoLeft, first > 1 && r.term[first-1] >= 0 && r.term[first-2] >= 0)
	at := r.leftOf(first)
	if at < 0 {
		return
	}
	s.buf.is(cfAgent, r.words[at].Norm == "by" && a.verb >= 0 && at > 0 && r.termAt(a.verb, at-1, -1) > 0.3)
	s.buf.is(cfVerbPrep, a.prep != "" && r.words[at].Norm == a.prep && at > 0 && r.term[at-1] >= 0)
	s.buf.is(cfPrep, a.prep != "" && r.words[at].Norm == a.prep)
	s.buf.is(cfBeLeft, r.class[at] == wcBe && at > 0 && r.term[at-1] >= 0)
	s.buf.is(cfComma, r.before[at+1] == wcMark && r.term[at] >= 0)
}

// headBefore adds how the noun that is asked for stands before a span.
func (s *spanScorer) headBefore(first int, r *spanReading) {
	if !r.hasHead {
		return
	}
	left := r.leftOf(first)
	s.buf.is(cfHeadLeft, r.isHead(left))
	if left > 0 {
		of := r.words[left].Norm
		s.buf.is(cfHeadOf, (of == "of" || of == "called" || of == "named" || of == "as") && (r.isHead(left-1) || r.isHead(left-2)))
	}
}

// wordBefore adds what stands right before a span.
func (s *spanScorer) wordBefore(first int, r *spanReading) {
	if first == 0 {
		s.buf.add(cfBefore+wcNone, 1)
		return
	}
	before := r.before[first]
	if before < 0 {
		before = r.class[first-1]
		s.buf.is(cfCutLeft, phraseClass[before] && phraseClass[r.class[first]] && r.words[first-1].Len() == len(r.words[first-1].Text))
	}
	s.buf.add(cfBefore+before, 1)
	s.buf.is(r.leftSign[first-1], r.leftSign[first-1] >= 0)
	if at := r.leftOf(first); at >= 0 && at != first-1 {
		s.buf.is(r.leftSign[at], r.leftSign[at] >= 0)
	}
}

// ends adds the signs of a span that ends before word next.
func (s *spanScorer) ends(next int, r *spanReading) {
	last := &r.words[next-1]
	s.buf.is(cfTail, next == len(r.words))
	s.buf.add(cfRight, r.right[next])
	s.buf.add(cfEnd+r.class[next-1], 1)
	s.buf.add(cfEnding+r.ending[next-1], 1)
	s.buf.add(cfLastRare, float64(last.Rarity))
	s.buf.is(cfPossessor, last.Len() > len(last.Text))
	s.termsAfter(next, r)
	s.headAfter(next, r)
	s.wordAfter(next, r)
}

// termsAfter adds how the terms that the question gives next to what it asks for stand
// after a span.
func (s *spanScorer) termsAfter(next int, r *spanReading) {
	a := &s.asked
	soon := r.termAt(a.next, next, 1)
	if a.subject {
		s.buf.add(cfSubject, soon)
	}
	s.buf.add(cfNextRight, soon)
	s.buf.add(cfLastRight, r.termAt(a.last, next, 1))
	s.buf.add(cfVerbRight, r.termAt(a.verb, next, 1))
	s.buf.is(cfTwoRight, next+1 < len(r.words) && r.term[next] >= 0 && r.term[next+1] >= 0)
	if next < len(r.words) {
		s.buf.is(cfBeRight, r.class[next] == wcBe && r.gainBetween(next, next+4) > 0)
		s.buf.is(cfCommaR, r.before[next] == wcMark && r.gainBetween(next, next+3) > 0)
	}
}

// headAfter adds how the noun that is asked for stands at the end of a span or after it.
func (s *spanScorer) headAfter(next int, r *spanReading) {
	if !r.hasHead {
		return
	}
	s.buf.is(cfHeadLast, r.isHead(next-1))
	s.buf.is(cfHeadRight, r.isHead(next))
	s.buf.is(cfHeadSoon, r.hasHeadIn(next, next+3))
	s.buf.is(cfHeadIs, next < len(r.words) && r.class[next] == wcBe && r.hasHeadIn(next, next+6))
}

// wordAfter adds what stands right after a span.
func (s *spanScorer) wordAfter(next int, r *spanReading) {
	after := wcNone
	if next < len(r.words) {
		if after = r.before[next]; after < 0 {
			after = r.class[next]
			s.buf.is(cfCutRight, phraseClass[after] && phraseClass[r.class[next-1]] && r.words[next-1].Len() == len(r.words[next-1].Text))
		}
	}
	s.buf.add(cfAfter+after, 1)
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
