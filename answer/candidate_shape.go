package answer

// verbClass are the classes of words that are verbs, or may be.
var verbClass = classSet(wcVerb, wcParticiple, wcVerbal, wcBe, wcAuxiliary, wcTo)

// shape adds the signs of the span's own form.
func (s *spanScorer) shape(c *candidate, r *spanReading) {
	s.buf.add(cfLength+min(c.next-c.first, 8), 1)
	s.buf.add(cfFormOf+int(c.form), 1)
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
	last := &r.words[c.next-1]
	s.buf.is(cfPlural, s.asked.plural && (in.and || last.Norm[len(last.Norm)-1] == 's'))
	s.buf.is(cfAcronym, r.before[c.first] == wcOpen && c.next == c.first+1 && isUpper(last.Text))
	s.buf.is(cfQuoted, r.before[c.first] == wcOpen && (r.before[c.next] == wcOpen || c.next == len(r.words)))
}

// inner says what stands inside a span, after its first word.
type inner struct {
	and, andVerb, of, preposition, verb bool
	// past is a participle; phrase is a determiner that begins another phrase.
	past, phrase bool
	marks        int
}

func innerOf(c *candidate, r *spanReading) inner {
	var in inner
	for i := c.first + 1; i < c.next; i++ {
		if r.before[i] == wcMark {
			in.marks++
		}
		switch r.class[i] {
		case wcConjunction:
			in.and = true
			in.andVerb = in.andVerb || i+1 < c.next && verbClass[r.class[i+1]]
		case wcDeterminer:
			in.phrase = in.phrase || phraseClass[r.class[i-1]] && r.before[i] < 0
		case wcParticiple, wcVerbal:
			in.past = true
		case wcPreposition, wcTo:
			if r.words[i].Norm == "of" {
				in.of = true
			} else {
				in.preposition = true
			}
		case wcVerb, wcBe, wcAuxiliary, wcPronoun, wcRelative:
			in.verb = true
		}
	}
	return in
}

// phraseClass are the classes that go on with a noun phrase.
var phraseClass = classSet(wcNoun, wcName, wcNumber)
