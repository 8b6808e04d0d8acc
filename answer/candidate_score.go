package answer

import (
	"math"
	"slices"
	"strings"

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

// usualSigns is room for the signs of a span, and usualStems for those of the sentences.
const (
	usualSigns = 64
	usualStems = 128
)

// newSpanScorer prepares the signs of a question's candidates; rule is the short answer that
// the rules gave, or "".
func newSpanScorer(q *question, best []*evidence, rule string) *spanScorer {
	s := &spanScorer{q: q, rule: rule, asked: readAsked(q), top: math.Inf(-1), buf: make(signs, 0, usualSigns), seen: make(map[string]int, usualStems)}
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
		s.weighBorders(r)
	}
	return s
}

// weighBorders weighs where spans of a sentence may begin and end, once for all that do.
func (s *spanScorer) weighBorders(r *spanReading) {
	for i := range min(len(r.words), maxReadWords) {
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

// score is the weighted sum of the candidate's signs.
func (s *spanScorer) score(c *candidate) float64 {
	r := s.readings[c.rank-1]
	s.buf = s.buf[:0]
	s.holds(c, r)
	return r.begin[c.first] + r.end[c.next] + s.weigh()
}

// weigh is the weighted sum of the signs.
func (s *spanScorer) weigh() float64 {
	sum := 0.0
	for _, sg := range s.buf {
		sum += sg.value * float64(candidateWeights[sg.feature][s.asked.asked])
	}
	return sum
}

// signs are the features of a candidate. They are overwritten by the next call.
func (s *spanScorer) signs(c *candidate) signs {
	r := s.readings[c.rank-1]
	s.buf = s.buf[:0]
	s.begins(c.first, r)
	s.ends(c.next, r)
	s.holds(c, r)
	return s.buf
}

// holds adds the signs of a span that its beginning or end alone does not have.
func (s *spanScorer) holds(c *candidate, r *spanReading) {
	s.elsewhere(c, r)
	s.nearness(c, r)
	s.headNoun(c, r)
	s.shape(c, r)
	s.typed(c, r)
	s.rarity(c, r)
}

// elsewhere adds where else the span's words stand.
func (s *spanScorer) elsewhere(c *candidate, r *spanReading) {
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

// nearness adds how much of the question stands around the span, and in it.
func (s *spanScorer) nearness(c *candidate, r *spanReading) {
	left, right := r.left[c.first], r.right[c.next]
	s.buf.add(cfNear, left+right)
	s.buf.add(cfFar, r.farLeft[c.first]+r.farRight[c.next])
	s.buf.add(cfBoth, min(left, right))
	s.buf.add(cfOutside, r.sum[len(r.words)]-r.sum[c.next]+r.sum[c.first])
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

// headNoun adds whether the noun that is asked for stands in the span or near it.
func (s *spanScorer) headNoun(c *candidate, r *spanReading) {
	if !r.hasHead {
		return
	}
	in, near := false, false
	for i := c.first; i < c.next-1; i++ {
		in = in || r.isHead(i)
	}
	for i := max(0, c.first-5); i < min(len(r.words), c.next+5); i++ {
		near = near || (i < c.first || i >= c.next) && r.isHead(i)
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

// rarity adds how rare the span's words are.
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
}
