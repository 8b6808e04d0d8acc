package candidate

import (
	"sherpa/answer/question"
)

// verbClass are the classes of words that are verbs, or may be.
var verbClass = classSet(question.ClassVerb, question.ClassParticiple, question.ClassVerbal, question.ClassBe, question.ClassAuxiliary, question.ClassTo)

// shape adds the signs of the span's own form.
func (s *SpanScorer) shape(c *Candidate, r *spanReading) {
	s.buf.add(cfLength+min(c.Next-c.First, 8), 1)
	s.buf.add(cfFormOf+int(c.Form), 1)
	in := innerOf(c, r)
	s.buf.is(cfPast, in.past)
	s.buf.is(cfInner, in.phrase)
	s.buf.is(cfAndVerb, in.andVerb)
	s.buf.is(cfList, in.marks > 0 && in.and)
	s.buf.is(cfAnd, in.and)
	s.buf.is(cfOf, in.of)
	s.buf.is(cfPreposition, in.preposition)
	s.buf.is(cfInnerMark, in.marks > 0)
	s.buf.is(cfVerb, in.verb)
	last := &r.words[c.Next-1]
	s.buf.is(cfPlural, s.Asked.Plural && (in.and || last.Norm[len(last.Norm)-1] == 's'))
	s.buf.is(cfAcronym, r.before[c.First] == question.ClassOpen && c.Next == c.First+1 && isUpper(last.Text))
	s.buf.is(cfQuoted, r.before[c.First] == question.ClassOpen && (r.before[c.Next] == question.ClassOpen || c.Next == len(r.words)))
}

// inner says what stands inside a span, after its first word.
type inner struct {
	and, andVerb, of, preposition, verb bool
	// past is a participle; phrase is a determiner that begins another phrase.
	past, phrase bool
	marks        int
}

func innerOf(c *Candidate, r *spanReading) inner {
	var in inner
	for i := c.First + 1; i < c.Next; i++ {
		if r.before[i] == question.ClassMark {
			in.marks++
		}
		switch r.class[i] {
		case question.ClassConjunction:
			in.and = true
			in.andVerb = in.andVerb || i+1 < c.Next && verbClass[r.class[i+1]]
		case question.ClassDeterminer:
			in.phrase = in.phrase || phraseClass[r.class[i-1]] && r.before[i] < 0
		case question.ClassParticiple, question.ClassVerbal:
			in.past = true
		case question.ClassPreposition, question.ClassTo:
			if r.words[i].Norm == "of" {
				in.of = true
			} else {
				in.preposition = true
			}
		case question.ClassVerb, question.ClassBe, question.ClassAuxiliary, question.ClassPronoun, question.ClassRelative:
			in.verb = true
		}
	}
	return in
}

// phraseClass are the classes that go on with a noun phrase.
var phraseClass = classSet(question.ClassNoun, question.ClassName, question.ClassNumber)
