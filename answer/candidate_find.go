package answer

import (
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// Limits of a candidate's length in words: of any span, and of a clause or list.
const (
	maxSpanWords = 8
	maxReadWords = 80
)

// startable and endable are the classes that a candidate can begin and end with.
var (
	startable = classSet(wcNoun, wcName, wcNumber, wcDeterminer, wcAdverb, wcParticiple, wcVerb, wcTo, wcPreposition, wcVerbal)
	endable   = classSet(wcNoun, wcName, wcNumber, wcParticiple, wcAdverb, wcVerb, wcVerbal)
)

// classSet is the set of the classes.
func classSet(classes ...wordClass) [wcCount]bool {
	var set [wcCount]bool
	for _, c := range classes {
		set[c] = true
	}
	return set
}

// each visits the candidates of sentence i: every run of words that can be a
// phrase by the classes of its ends.
func (s *spanScorer) each(i int, visit func(candidate)) {
	r := s.readings[i]
	n := min(len(r.words), maxReadWords)
	for first := range n {
		if !startable[r.class[first]] || isArticle(r.words[first].Norm) {
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
	if r.class[first] != wcName && r.class[first] != wcNoun || first > 0 && r.before[first] < 0 && phraseClass[r.class[first-1]] {
		return first
	}
	marks := 0
	for i := first; i < min(n, first+maxListWords); i++ {
		if i > first && r.parts(i) {
			return first
		}
		if i > first && r.before[i] == wcMark {
			marks++
		}
		switch c := r.class[i]; {
		case c == wcConjunction && marks > 0:
			for i++; i < n && (phraseClass[r.class[i]] || r.class[i] == wcDeterminer) && (r.before[i] < 0); i++ {
			}
			return i
		case phraseClass[c], c == wcDeterminer, c == wcPreposition && r.words[i].Norm == "of", c == wcVerbal:
		default:
			return first
		}
	}
	return first
}

// parts reports whether what stands before word i ends any phrase.
func (r *spanReading) parts(i int) bool { return r.before[i] == wcOpen || r.before[i] == wcStop }

// isArticle reports whether a word is an article, which a short answer does
// without.
func isArticle(norm string) bool { return norm == "the" || norm == "a" || norm == "an" }

// saysNothingNew reports whether all of a span but common words stands in the
// question.
func (r *spanReading) saysNothingNew(first, next int) bool {
	for i := first; i < next; i++ {
		if !r.words[i].Stop && r.gain[i] == 0 || r.class[i] == wcNumber && r.gain[i] == 0 {
			return false
		}
	}
	return true
}

func (r *spanReading) candidate(first, next int) candidate {
	c := candidate{from: r.from, rank: r.rank, first: first, next: next, span: text.Span{Start: r.words[first].Start, End: r.words[next-1].End}}
	s := r.from.passage().Text
	last := r.words[next-1]
	c.span.End = last.Start + len(last.Text) // without a possessive ending
	if c.span.End < len(s) && s[c.span.End] == '%' {
		c.span.End++
	}
	if first > 0 && c.span.Start > 0 && r.class[first] == wcNumber {
		for _, sign := range []string{"$", "£", "€"} {
			if at := c.span.Start - len(sign); at >= 0 && s[at:c.span.Start] == sign {
				c.span.Start = at
			}
		}
	}
	c.form = r.formOf(&c)
	return c
}

// valueForms are the forms of values.
var valueForms = map[value.Kind]candidateForm{
	value.Number: formNumber, value.Percent: formPercent, value.Money: formMoney, value.Duration: formDuration, value.Date: formDate, value.Clock: formClock,
}

// formOf tells what a candidate is by its form.
func (r *spanReading) formOf(c *candidate) candidateForm {
	for _, v := range r.from.sentence.Values {
		if v.Start < c.span.End && v.End > c.span.Start && !v.Ordinal {
			return valueForms[v.Kind]
		}
	}
	names, verbs := 0, 0
	for i := c.first; i < c.next; i++ {
		switch r.class[i] {
		case wcName:
			names++
		case wcVerb, wcBe, wcAuxiliary, wcPronoun, wcTo:
			verbs++
		}
	}
	switch {
	case verbs > 0:
		return formClause
	case names > 0 && (r.class[c.next-1] == wcName || r.class[c.first] == wcName):
		return formName
	case r.before[c.first] == wcOpen && r.before[c.next] == wcOpen:
		return formQuotation
	}
	return formPhrase
}
