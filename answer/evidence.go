package answer

import (
	"cmp"
	"slices"

	"sherpa/answer/clause"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// evidence is a sentence that may answer the question.
type evidence struct {
	hit      *retrieval.Hit
	sentence *retrieval.Sentence
	at       int // its place in the passage
	// spots are the words of the sentence that may stand for terms.
	spots []retrieval.Spot
	// matched holds for each term how well the sentence has it: 1 for the word
	// itself, relatedShare for a related one, 0 if it is missing.
	matched []float64
	// context holds the same for the sentence with its neighbour and title.
	context []float64
	// others are the terms that are about people whom it does not mean.
	others termBits
	score  float64
	// voice says how surely it has words of whom the question asks about.
	voice float64
	// cause is what it gives as the reason, where one is asked for.
	cause cause
	// means is how it tells that the deed was done, where that is asked for.
	means means
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

// clauses are the clauses of the sentence, as ranges of its words.
func (e *evidence) clauses() []text.Span {
	return e.facts().clauses.of(func() []text.Span { return clause.Split(e.passage().Text, e.words()) })
}

// gather measures every sentence of the hits and sorts them, best first.
func gather(q *question, hits []retrieval.Hit) []*evidence {
	sentences := 0
	for i := range hits {
		sentences += len(hits[i].Parsed.Sentences)
	}
	all, list := make([]*evidence, sentences), make([]evidence, 0, sentences)
	room := make([]float64, 2*sentences*len(q.terms))
	for i := range hits {
		title := q.match(hits[i].Parsed.Title)
		spots := hits[i].Spots
		for k := range hits[i].Parsed.Sentences {
			s := &hits[i].Parsed.Sentences[k]
			list = append(list, evidence{hit: &hits[i], sentence: s, at: k, span: s.Span})
			e := &list[len(list)-1]
			all[len(list)-1] = e
			e.spots, spots = spotsBefore(spots, s.Next)
			e.matched, room = cut(room, len(q.terms))
			e.context, room = cut(room, len(q.terms))
			e.matched = q.matchSpots(e.matched, hits[i].Parsed.Words, e.spots)
			raise(e.context, title)
		}
	}
	q.resolve(hits, list)
	bearAge(q, list)
	lookAround(q, list)
	hear(q, hits, all)
	top := 0.0
	if len(hits) > 0 {
		top = hits[0].Score
	}
	for _, e := range all {
		f := e.features(q, top)
		e.score = f.score()
	}
	pushForeign(q, list)
	slices.SortStableFunc(all, func(a, b *evidence) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.hit.Rank, b.hit.Rank), cmp.Compare(a.at, b.at))
	})
	return all
}

// lookAround measures what stands around each of the sentences, which come in the
// order of their passages.
func lookAround(q *question, list []evidence) {
	for i := range list {
		raise(list[i].context, list[i].matched)
		if list[i].at > 0 {
			list[i].takeOver(q, list[i-1].matched)
		}
	}
}

// takeOver raises the context to what the sentence before has, but for what is only
// about people whom this one does not mean.
func (e *evidence) takeOver(q *question, before []float64) {
	words := e.words()
	goesOn := len(words) > 0 && goingOn[words[0].Norm]
	for t, m := range before {
		if e.others.has(t) {
			continue
		}
		e.context[t] = max(e.context[t], m)
		if goesOn && !q.terms[t].Verbal {
			e.matched[t] = max(e.matched[t], goingOnShare*m)
		}
	}
}

// goingOnShare is what the words of the sentence before count for in one that begins
// with a pronoun for a thing: "It began at noon" tells when the concert began. What
// happens it says itself.
const goingOnShare = 0.5

// goingOn begin a sentence that goes on about what the one before told.
var goingOn = wordSet(`it its they their this these those`)

// spotsBefore divides spots at a word.
func spotsBefore(spots []retrieval.Spot, word int) (before, rest []retrieval.Spot) {
	n := 0
	for n < len(spots) && int(spots[n].At) < word {
		n++
	}
	return spots[:n], spots[n:]
}

// cut takes n elements off the front of a list.
func cut(list []float64, n int) (front, rest []float64) { return list[:n:n], list[n:] }

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
