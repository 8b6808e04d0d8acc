package answer

import (
	"cmp"
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
)

// evidence is a sentence that may answer the question.
type evidence struct {
	hit      *retrieval.Hit
	sentence *retrieval.Sentence
	at       int // its place in the passage
	clauses  []text.Span
	// matched holds for each term how well the sentence has it: 1 for the word
	// itself, relatedShare for a related one, 0 if it is missing.
	matched []float64
	// context holds the same for the sentence with its neighbour and title.
	context []float64
	// whole holds the same for the passage and the title, once it was asked for.
	whole []float64
	score float64
	// span is the part of the passage that is quoted.
	span text.Span
}

// passage is the passage that the sentence stands in.
func (e *evidence) passage() *retrieval.Passage { return e.hit.Parsed }

// words are the words of the sentence.
func (e *evidence) words() []retrieval.Word { return e.passage().In(e.sentence) }

// text is the sentence.
func (e *evidence) text() string { return e.sentence.Of(e.passage().Text) }

// quote is the part of the sentence that is shown.
func (e *evidence) quote() string { return e.span.Of(e.passage().Text) }

// article is the id of the article.
func (e *evidence) article() string { return e.hit.Article.ID }

// gather measures every sentence of the hits and sorts them, best first.
func gather(q *question, hits []retrieval.Hit) []*evidence {
	var all []*evidence
	for i := range hits {
		for k := range hits[i].Parsed.Sentences {
			e := &evidence{hit: &hits[i], sentence: &hits[i].Parsed.Sentences[k], at: k}
			e.span = e.sentence.Span
			e.measure(q)
			all = append(all, e)
		}
	}
	top := 0.0
	if len(hits) > 0 {
		top = hits[0].Score
	}
	for _, e := range all {
		e.score = e.features(q, top).score()
	}
	slices.SortStableFunc(all, func(a, b *evidence) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.hit.Rank, b.hit.Rank), cmp.Compare(a.at, b.at))
	})
	return all
}

// measure finds out which terms the sentence and its surroundings have.
func (e *evidence) measure(q *question) {
	e.clauses = clauses(e.passage().Text, e.words())
	e.matched = q.match(e.words())
	e.context = slices.Clone(e.matched)
	if e.at > 0 {
		before := &e.passage().Sentences[e.at-1]
		raise(e.context, q.match(e.passage().In(before)))
	}
	raise(e.context, q.match(e.passage().Title))
}

// raise lifts each element of a to b's.
func raise(a, b []float64) {
	for i := range a {
		a[i] = max(a[i], b[i])
	}
}

// cover is the share of the question's weight that a match has.
func (q *question) cover(matched []float64) float64 {
	if q.total == 0 {
		return 0
	}
	sum := 0.0
	for t, m := range matched {
		sum += m * q.weight[t]
	}
	return sum / q.total
}
