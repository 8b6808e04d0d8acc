package candidate

import (
	"math"
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
)

// SpanScorer scores the candidates of some sentences for a question.
type SpanScorer struct {
	q *question.Question
	// rule is the short answer that the rules give, or "".
	rule     string
	Asked    question.AskedForm
	Readings []*spanReading
	top      float64
	buf      signs
	// seen counts in how many of the sentences each stem stands.
	seen map[string]int
}

// usualSigns is room for the signs of a span, and usualStems for those of the sentences.
const (
	usualSigns = 64
	usualStems = 128
)

// NewSpanScorer prepares the signs of a question's candidates; rule is the short answer that
// the rules gave, or "".
func NewSpanScorer(q *question.Question, best []*evidence.Evidence, rule string) *SpanScorer {
	s := &SpanScorer{q: q, rule: rule, Asked: question.ReadAsked(q), top: math.Inf(-1), buf: make(signs, 0, usualSigns), seen: make(map[string]int, usualStems)}
	for _, e := range best {
		r := newSpanReading(q, e)
		s.Readings = append(s.Readings, r)
		r.rank = len(s.Readings)
		s.top = max(s.top, e.Score)
		for i := range r.words {
			if r.isFirst(i) {
				s.seen[r.words[i].Stem]++
			}
		}
	}
	for _, r := range s.Readings {
		r.know(s.seen)
		r.findHeads(s.Asked.Head)
		s.weighBorders(r)
	}
	return s
}

// weighBorders weighs where spans of a sentence may begin and end, once for all that do.
func (s *SpanScorer) weighBorders(r *spanReading) {
	for i := range min(len(r.words), MaxReadWords) {
		if startable[r.class[i]] {
			s.buf = s.buf[:0]
			s.begins(i, r)
			r.begin[i] = s.weigh()
		}
		s.buf = s.buf[:0]
		s.ends(i+1, r)
		r.end[i+1] = s.weigh()
	}
}

// Score is the weighted sum of the candidate's signs.
func (s *SpanScorer) Score(c *Candidate) float64 {
	r := s.Readings[c.rank-1]
	s.buf = s.buf[:0]
	s.holds(c, r)
	return r.begin[c.First] + r.end[c.Next] + s.weigh()
}

// weigh is the weighted sum of the signs.
func (s *SpanScorer) weigh() float64 {
	sum := 0.0
	for _, sg := range s.buf {
		sum += sg.Value * float64(candidateWeights[sg.Feature][s.Asked.Asked])
	}
	return sum
}

// Signs are the features of a candidate. They are overwritten by the next call.
func (s *SpanScorer) Signs(c *Candidate) signs {
	r := s.Readings[c.rank-1]
	s.buf = s.buf[:0]
	s.begins(c.First, r)
	s.ends(c.Next, r)
	s.holds(c, r)
	return s.buf
}

// holds adds the signs of a span that its beginning or end alone does not have.
func (s *SpanScorer) holds(c *Candidate, r *spanReading) {
	s.elsewhere(c, r)
	s.nearness(c, r)
	s.headNoun(c, r)
	s.shape(c, r)
	s.typed(c, r)
	s.rarity(c, r)
}

// elsewhere adds where else the span's words stand.
func (s *SpanScorer) elsewhere(c *Candidate, r *spanReading) {
	title, elsewhere, again, n := 0.0, 0.0, 0.0, 0.0
	for i := c.First; i < c.Next; i++ {
		if at := &r.known[i]; at.says {
			n++
			title += question.Indicator(at.title)
			elsewhere += question.Indicator(r.elsewhere[i])
			again += question.Indicator(at.first < c.First)
		}
	}
	if n > 0 {
		s.buf.add(cfTitle, title/n)
		s.buf.add(cfElsewhere, elsewhere/n)
		s.buf.add(cfAgain, again/n)
	}
}

// nearness adds how much of the question stands around the span, and in it.
func (s *SpanScorer) nearness(c *Candidate, r *spanReading) {
	left, right := r.left[c.First], r.right[c.Next]
	s.buf.add(cfNear, left+right)
	s.buf.add(cfFar, r.farLeft[c.First]+r.farRight[c.Next])
	s.buf.add(cfBoth, min(left, right))
	s.buf.add(cfOutside, r.sum[len(r.words)]-r.sum[c.Next]+r.sum[c.First])
	some, n := 0.0, 0.0
	for i := c.First; i < c.Next; i++ {
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

// headNoun adds whether the noun that is asked for stands in the span or near it.
func (s *SpanScorer) headNoun(c *Candidate, r *spanReading) {
	if !r.hasHead {
		return
	}
	in, near := false, false
	for i := c.First; i < c.Next-1; i++ {
		in = in || r.isHead(i)
	}
	for i := max(0, c.First-5); i < min(len(r.words), c.Next+5); i++ {
		near = near || (i < c.First || i >= c.Next) && r.isHead(i)
	}
	s.buf.is(cfHeadIn, in)
	s.buf.is(cfHeadNear, near)
}

// isHead reports whether word i is the noun that is asked for, or one used for it.
func (r *spanReading) isHead(i int) bool { return i >= 0 && i < len(r.head) && r.head[i] }

// hasHeadIn reports whether one of the words from one up to another is that noun.
func (r *spanReading) hasHeadIn(from, to int) bool {
	return slices.Contains(r.head[min(from, len(r.head)):min(to, len(r.head))], true)
}

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
func (s *SpanScorer) typed(c *Candidate, r *spanReading) {
	for _, v := range r.from.Sentence.Values {
		if v.Start >= c.Span.End || v.End <= c.Span.Start || !s.q.Wants(v) {
			continue
		}
		switch {
		case v.Start == c.Span.Start && v.End == c.Span.End:
			s.buf.is(cfValue, true)
		case v.Start >= c.Span.Start && v.End <= c.Span.End:
			s.buf.is(cfValueIn, true)
		default:
			s.buf.is(cfValueCut, true)
		}
		break
	}
	if s.rule != "" {
		own := c.Text()
		same := own == s.rule
		s.buf.is(cfRule, same)
		s.buf.is(cfRuleIn, !same && (strings.Contains(s.rule, own) || strings.Contains(own, s.rule)))
	}
	for _, n := range r.from.Sentence.Names {
		switch {
		case n.First >= c.Next || n.Next <= c.First:
			continue
		case n.First == c.First && n.Next == c.Next:
			s.buf.is(cfName, true)
			s.buf.is(cfPerson, r.from.PersonLike(n))
		case n.First >= c.First && n.Next <= c.Next:
			s.buf.is(cfNameIn, true)
		default:
			s.buf.is(cfNameCut, true)
		}
		break
	}
}

// rarity adds how rare the span's words are.
func (s *SpanScorer) rarity(c *Candidate, r *spanReading) {
	sum, n, most := 0.0, 0.0, 0.0
	for i := c.First; i < c.Next; i++ {
		if !r.words[i].Stop {
			x := float64(r.words[i].Rarity)
			sum, n, most = sum+x, n+1, max(most, x)
		}
	}
	if n > 0 {
		s.buf.add(cfRare, sum/n)
		s.buf.add(cfRarest, most)
	}
}
