package answer

import (
	"slices"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A value that stands apart in a sentence that matches well belongs to what is
// asked about too, but less surely. Below attachFloor it belongs to something
// else.
const (
	looseShare  = 0.6
	attachFloor = 0.3
)

// attached are the values of the expected kind that belong to what the question
// asks about, best first.
func (e *evidence) attached(q *question) []value.Value {
	var found []value.Value
	best := 0.0
	past := q.has(futures) && !e.has(modals)
	for _, v := range e.typedValues(q) {
		if past && !e.isAhead(v) {
			continue // what was does not tell when something will be
		}
		if (q.Kind == retrieval.KindNumber || sortOf(v) == sortLength) && !e.counts(q, v) {
			continue
		}
		at := q.attach(e, v.Span)
		if at == 0 && e.apart(v.Span) {
			at = looseShare * q.cover(e.matched)
		}
		if v.Kind == value.Duration && e.measuresMatter(q, v) {
			at = 1
		}
		if e.isPart(v) && !q.has(parts) {
			at *= looseShare
		}
		if at < attachFloor || e.isGiven(q, v) || e.datesSaying(q, v) || !e.isEarlier(q, v) || v.Kind == value.Date && e.bounds(q, v.Span) != (q.kind() == retrieval.KindDuration) {
			continue
		}
		if at > best || at == best && len(found) > 0 && q.Kind == retrieval.KindNumber && e.besides(q, v) > e.besides(q, found[0]) {
			best = at
			found = append([]value.Value{v}, found...)
		} else {
			found = append(found, v)
		}
	}
	return found
}

// futures are the words of a question about what is to come.
var futures = wordSet(`will upcoming next`)

// has reports whether the sentence has one of the words.
func (e *evidence) has(set map[string]bool) bool {
	words := e.words()
	for i := range words {
		if set[words[i].Norm] {
			return true
		}
	}
	return false
}

// apart reports whether a value stands in a clause that says nothing else, such
// as a parenthesis.
func (e *evidence) apart(at text.Span) bool {
	n := 0
	for _, w := range e.clauseWords(at) {
		if !w.Stop && (w.Start < at.Start || w.Start >= at.End) {
			n++
		}
	}
	return n <= 3
}

// attach is the share of the question's weight in the clause of a value; 0 if
// the clause has none of what the question is about. Names may stand anywhere in
// the passage: news names people once and goes on about "the talks".
func (q *question) attach(e *evidence, at text.Span) float64 {
	m := q.match(e.clauseAround(at))
	if !q.tellsMatter(m) {
		return 0
	}
	q.inherit(e, m)
	return q.cover(m)
}

// tellsMatter reports whether a match has any of what the question is about, beside
// names and light verbs.
func (q *question) tellsMatter(m []float64) bool {
	for t := range m {
		if m[t] > 0 && (!lexicon.LightVerbs[q.terms[t].Stem] || len(q.terms) == 1) && (!q.terms[t].Name || q.onlyNames) {
			return true
		}
	}
	return false
}

// inPassage says for each term how well the sentence's passage and title have it.
// It is worked out once for all sentences of the passage; callers only read it.
func (e *evidence) inPassage(q *question) []float64 {
	m := q.passages[e.hit]
	if m == nil {
		m = q.matchSpots(q.match(e.passage().Title), e.passage().Words, e.hit.Spots)
		q.passages[e.hit] = m
	}
	return m
}

// inherit raises the matches of names to those of the passage.
func (q *question) inherit(e *evidence, m []float64) {
	whole := e.inPassage(q)
	for t := range m {
		if q.terms[t].Name && q.terms[t].IDF <= everywhere {
			m[t] = max(m[t], inheritedShare*whole[t])
		}
	}
}

// everywhere is the weight up to which a name is one that the whole corpus is
// about, so that a sentence need not repeat it: about a quarter of the passages
// have it.
const everywhere = 1.5

// inheritedShare is what a name counts for that stands elsewhere in the passage.
const inheritedShare = 0.8

// settled is the share of the question's weight in the sentence, with the names
// of its passage.
func (e *evidence) settled(q *question) float64 {
	m := slices.Clone(e.matched)
	q.inherit(e, m)
	return q.cover(m)
}

// clauseAround is the clause of a place; a relative clause brings the words
// before it, which it speaks of.
func (e *evidence) clauseAround(at text.Span) []retrieval.Word {
	words := e.words()
	for i, w := range words {
		if w.Start < at.Start {
			continue
		}
		c := clause.At(e.clauses(), i)
		if relatives[words[c.Start].Norm] {
			c.Start = max(0, c.Start-4)
		}
		return words[c.Start:c.End]
	}
	return nil
}

// relatives begin a clause that says more of the words before it.
var relatives = wordSet("which who whom that where when whose")

// clauseWords are the words of the clause that holds a place of the passage.
func (e *evidence) clauseWords(at text.Span) []retrieval.Word {
	words := e.words()
	for i, w := range words {
		if w.Start >= at.Start {
			c := clause.At(e.clauses(), i)
			return words[c.Start:c.End]
		}
	}
	return nil
}
