package candidate

import (
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// Limits of a candidate's length in words: of any span, and of a clause or list.
const (
	maxSpanWords = 8
	MaxReadWords = 80
)

// startable and endable are the classes that a candidate can begin and end with.
var (
	startable = classSet(question.ClassNoun, question.ClassName, question.ClassNumber, question.ClassDeterminer, question.ClassAdverb, question.ClassParticiple, question.ClassVerb, question.ClassTo, question.ClassPreposition, question.ClassVerbal)
	endable   = classSet(question.ClassNoun, question.ClassName, question.ClassNumber, question.ClassParticiple, question.ClassAdverb, question.ClassVerb, question.ClassVerbal)
)

// classSet is the set of the classes.
func classSet(classes ...question.WordClass) [question.ClassCount]bool {
	var set [question.ClassCount]bool
	for _, c := range classes {
		set[c] = true
	}
	return set
}

// Each visits the candidates of sentence i: every run of words that can be a
// phrase by the classes of its ends.
func (s *SpanScorer) Each(i int, visit func(Candidate)) {
	r := s.Readings[i]
	n := min(len(r.words), MaxReadWords)
	for first := range n {
		if !startable[r.class[first]] || evidence.IsArticle(r.words[first].Norm) {
			continue
		}
		for next := first + 1; next <= n && next-first <= maxSpanWords; next++ {
			if next-1 > first && r.parts(next-1) {
				break
			}
			if !endable[r.class[next-1]] || r.saysNothingNew(first, next) {
				continue
			}
			visit(r.candidate(first, next))
		}
		if next := r.listEnd(first, n); next-first > maxSpanWords {
			visit(r.candidate(first, next))
		}
	}
}

// maxListWords is how many words a list has at the most.
const maxListWords = 24

// listEnd is where the list that begins at word first ends: noun phrases with
// commas between them, and "and" before the last; first if there is none.
func (r *spanReading) listEnd(first, n int) int {
	if r.class[first] != question.ClassName && r.class[first] != question.ClassNoun || first > 0 && r.before[first] < 0 && phraseClass[r.class[first-1]] {
		return first
	}
	marks := 0
	for i := first; i < min(n, first+maxListWords); i++ {
		if i > first && r.parts(i) {
			return first
		}
		if i > first && r.before[i] == question.ClassMark {
			marks++
		}
		switch c := r.class[i]; {
		case c == question.ClassConjunction && marks > 0:
			for i++; i < n && (phraseClass[r.class[i]] || r.class[i] == question.ClassDeterminer) && (r.before[i] < 0); i++ {
			}
			return i
		case phraseClass[c], c == question.ClassDeterminer, c == question.ClassPreposition && r.words[i].Norm == "of", c == question.ClassVerbal:
		default:
			return first
		}
	}
	return first
}

// parts reports whether what stands before word i ends any phrase.
func (r *spanReading) parts(i int) bool {
	return r.before[i] == question.ClassOpen || r.before[i] == question.ClassStop
}

// saysNothingNew reports whether all of a span but common words stands in the
// question.
func (r *spanReading) saysNothingNew(first, next int) bool {
	for i := first; i < next; i++ {
		if !r.words[i].Stop && r.gain[i] == 0 || r.class[i] == question.ClassNumber && r.gain[i] == 0 {
			return false
		}
	}
	return true
}

func (r *spanReading) candidate(first, next int) Candidate {
	c := Candidate{From: r.from, rank: r.rank, First: first, Next: next, Span: text.Span{Start: r.words[first].Start, End: r.words[next-1].End}}
	s := r.from.Passage().Text
	last := r.words[next-1]
	c.Span.End = last.Start + len(last.Text) // without a possessive ending
	if c.Span.End < len(s) && s[c.Span.End] == '%' {
		c.Span.End++
	}
	if first > 0 && c.Span.Start > 0 && r.class[first] == question.ClassNumber {
		for _, sign := range []string{"$", "£", "€"} {
			if at := c.Span.Start - len(sign); at >= 0 && s[at:c.Span.Start] == sign {
				c.Span.Start = at
			}
		}
	}
	c.Form = r.formOf(&c)
	return c
}

// valueForms are the forms of values.
var valueForms = map[value.Kind]Form{
	value.Number: formNumber, value.Percent: formPercent, value.Money: formMoney, value.Duration: formDuration, value.Date: formDate, value.Clock: formClock,
}

// formOf tells what a candidate is by its form.
func (r *spanReading) formOf(c *Candidate) Form {
	for _, v := range r.from.Sentence.Values {
		if v.Start < c.Span.End && v.End > c.Span.Start && !v.Ordinal {
			return valueForms[v.Kind]
		}
	}
	names, verbs := 0, 0
	for i := c.First; i < c.Next; i++ {
		switch r.class[i] {
		case question.ClassName:
			names++
		case question.ClassVerb, question.ClassBe, question.ClassAuxiliary, question.ClassPronoun, question.ClassTo:
			verbs++
		}
	}
	switch {
	case verbs > 0:
		return formClause
	case names > 0 && (r.class[c.Next-1] == question.ClassName || r.class[c.First] == question.ClassName):
		return FormName
	case r.before[c.First] == question.ClassOpen && r.before[c.Next] == question.ClassOpen:
		return FormQuotation
	}
	return FormPhrase
}
