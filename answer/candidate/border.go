package candidate

import (
	"sherpa/answer/clause"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
)

// The signs of where a span begins and ends are the same for all spans that begin or end
// there, and are weighed once for them.

// begins adds the signs of a span that begins with word first.
func (s *SpanScorer) begins(first int, r *spanReading) {
	s.buf.add(cfLag, max(-6, r.from.Score-s.top))
	s.buf.is(cfFirst, r == s.Readings[0])
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
func (s *SpanScorer) clauseAround(first int, r *spanReading) {
	cl := clause.At(r.from.Clauses(), first)
	verb, next := false, false
	for i := cl.Start; i < cl.End; i++ {
		verb = verb || s.Asked.Verb >= 0 && r.term[i] == s.Asked.Verb
		next = next || s.Asked.Next >= 0 && r.term[i] == s.Asked.Next
	}
	s.buf.add(cfClause, r.sum[cl.End]-r.sum[cl.Start])
	s.buf.is(cfVerbClause, verb)
	s.buf.is(cfNextClause, next)
}

// termsBefore adds how the terms that the question gives next to what it asks for stand
// before a span.
func (s *SpanScorer) termsBefore(first int, r *spanReading) {
	a := &s.Asked
	last := r.termAt(a.Last, first-1, -1)
	if !a.Subject {
		s.buf.add(cfObject, last)
	}
	s.buf.add(cfLastLeft, last)
	s.buf.add(cfNextLeft, r.termAt(a.Next, first-1, -1))
	s.buf.add(cfGapLeft, r.termAt(a.Before, first-1, -1))
	s.buf.add(cfVerbLeft, r.termAt(a.Verb, first-1, -1))
	s.buf.is(cfTwoLeft, first > 1 && r.term[first-1] >= 0 && r.term[first-2] >= 0)
	at := r.leftOf(first)
	if at < 0 {
		return
	}
	s.buf.is(cfAgent, r.words[at].Norm == "by" && a.Verb >= 0 && at > 0 && r.termAt(a.Verb, at-1, -1) > 0.3)
	s.buf.is(cfVerbPrep, a.Prep != "" && r.words[at].Norm == a.Prep && at > 0 && r.term[at-1] >= 0)
	s.buf.is(cfPrep, a.Prep != "" && r.words[at].Norm == a.Prep)
	s.buf.is(cfBeLeft, r.class[at] == question.ClassBe && at > 0 && r.term[at-1] >= 0)
	s.buf.is(cfComma, r.before[at+1] == question.ClassMark && r.term[at] >= 0)
}

// headBefore adds how the noun that is asked for stands before a span.
func (s *SpanScorer) headBefore(first int, r *spanReading) {
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
func (s *SpanScorer) wordBefore(first int, r *spanReading) {
	if first == 0 {
		s.buf.add(cfBefore+question.ClassNone, 1)
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
func (s *SpanScorer) ends(next int, r *spanReading) {
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
func (s *SpanScorer) termsAfter(next int, r *spanReading) {
	a := &s.Asked
	soon := r.termAt(a.Next, next, 1)
	if a.Subject {
		s.buf.add(cfSubject, soon)
	}
	s.buf.add(cfNextRight, soon)
	s.buf.add(cfLastRight, r.termAt(a.Last, next, 1))
	s.buf.add(cfVerbRight, r.termAt(a.Verb, next, 1))
	s.buf.is(cfTwoRight, next+1 < len(r.words) && r.term[next] >= 0 && r.term[next+1] >= 0)
	if next < len(r.words) {
		s.buf.is(cfBeRight, r.class[next] == question.ClassBe && r.gainBetween(next, next+4) > 0)
		s.buf.is(cfCommaR, r.before[next] == question.ClassMark && r.gainBetween(next, next+3) > 0)
	}
}

// headAfter adds how the noun that is asked for stands at the end of a span or after it.
func (s *SpanScorer) headAfter(next int, r *spanReading) {
	if !r.hasHead {
		return
	}
	s.buf.is(cfHeadLast, r.isHead(next-1))
	s.buf.is(cfHeadRight, r.isHead(next))
	s.buf.is(cfHeadSoon, r.hasHeadIn(next, next+3))
	s.buf.is(cfHeadIs, next < len(r.words) && r.class[next] == question.ClassBe && r.hasHeadIn(next, next+6))
}

// wordAfter adds what stands right after a span.
func (s *SpanScorer) wordAfter(next int, r *spanReading) {
	after := question.ClassNone
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
	for i >= 0 && evidence.IsArticle(r.words[i].Norm) {
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
