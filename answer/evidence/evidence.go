package evidence

import (
	"cmp"
	"slices"

	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Evidence is a sentence that may answer the question.
type Evidence struct {
	Hit      *retrieval.Hit
	Sentence *retrieval.Sentence
	At       int // its place in the passage
	// Spots are the words of the sentence that may stand for terms.
	Spots []retrieval.Spot
	// Matched holds for each term how well the sentence has it: 1 for the word
	// itself, RelatedShare for a related one, 0 if it is missing.
	Matched []float64
	// Context holds the same for the sentence with its neighbour and title.
	Context []float64
	// others are the terms that are about people whom it does not mean.
	others question.TermBits
	Score  float64
	// Voice says how surely it has words of whom the question asks about.
	Voice float64
	// Cause is what it gives as the reason, where one is asked for.
	Cause Cause
	// Means is how it tells that the deed was done, where that is asked for.
	Means Means
	// Span is the part of the passage that is quoted.
	Span text.Span
}

// Passage is the passage that the sentence stands in.
func (e *Evidence) Passage() *retrieval.Passage { return e.Hit.Parsed }

// Words are the words of the sentence.
func (e *Evidence) Words() []retrieval.Word { return e.Passage().In(e.Sentence) }

// Text is the sentence.
func (e *Evidence) Text() string { return e.Sentence.Of(e.Passage().Text) }

// Quote is the part of the sentence that is shown.
func (e *Evidence) Quote() string { return e.Span.Of(e.Passage().Text) }

// Article is the id of the article.
func (e *Evidence) Article() string { return e.Hit.Article.ID }

// Gather measures every sentence of the hits and sorts them, best first.
func Gather(q *question.Question, hits []retrieval.Hit) []*Evidence {
	sentences := 0
	for i := range hits {
		sentences += len(hits[i].Parsed.Sentences)
	}
	all, list := make([]*Evidence, sentences), make([]Evidence, 0, sentences)
	room := make([]float64, 2*sentences*len(q.Terms))
	for i := range hits {
		title := q.Match(hits[i].Parsed.Title)
		spots := hits[i].Spots
		for k := range hits[i].Parsed.Sentences {
			s := &hits[i].Parsed.Sentences[k]
			list = append(list, Evidence{Hit: &hits[i], Sentence: s, At: k, Span: s.Span})
			e := &list[len(list)-1]
			all[len(list)-1] = e
			e.Spots, spots = spotsBefore(spots, s.Next)
			e.Matched, room = cut(room, len(q.Terms))
			e.Context, room = cut(room, len(q.Terms))
			e.Matched = q.MatchSpots(e.Matched, hits[i].Parsed.Words, e.Spots)
			Raise(e.Context, title)
		}
	}
	resolve(q, hits, list)
	bearAge(q, list)
	lookAround(q, list)
	hear(q, hits, all)
	top := 0.0
	if len(hits) > 0 {
		top = hits[0].Score
	}
	for _, e := range all {
		f := e.Features(q, top)
		e.Score = f.score()
	}
	pushForeign(q, list)
	slices.SortStableFunc(all, func(a, b *Evidence) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Hit.Rank, b.Hit.Rank), cmp.Compare(a.At, b.At))
	})
	return all
}

// lookAround measures what stands around each of the sentences, which come in the
// order of their passages.
func lookAround(q *question.Question, list []Evidence) {
	for i := range list {
		Raise(list[i].Context, list[i].Matched)
		if list[i].At > 0 {
			list[i].takeOver(q, list[i-1].Matched)
		}
	}
}

// takeOver raises the context to what the sentence before has, but for what is only
// about people whom this one does not mean.
func (e *Evidence) takeOver(q *question.Question, before []float64) {
	words := e.Words()
	goesOn := len(words) > 0 && GoingOn[words[0].Norm]
	for t, m := range before {
		if has(e.others, t) {
			continue
		}
		e.Context[t] = max(e.Context[t], m)
		if goesOn && !q.Terms[t].Verbal {
			e.Matched[t] = max(e.Matched[t], goingOnShare*m)
		}
	}
}

// goingOnShare is what the words of the sentence before count for in one that begins
// with a pronoun for a thing: "It began at noon" tells when the concert began. What
// happens it says itself.
const goingOnShare = 0.5

// GoingOn begin a sentence that goes on about what the one before told.
var GoingOn = text.WordSet(`it its they their this these those`)

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

// Raise lifts each element of a to b's.
func Raise(a, b []float64) {
	for i := range a {
		a[i] = max(a[i], b[i])
	}
}

// InPassage says for each term how well the sentence's passage and title have it.
// It is worked out once for all sentences of the passage; callers only read it.
func (e *Evidence) InPassage(q *question.Question) []float64 {
	m := q.Passages[e.Hit]
	if m == nil {
		m = q.MatchSpots(q.Match(e.Passage().Title), e.Passage().Words, e.Hit.Spots)
		q.Passages[e.Hit] = m
	}
	return m
}

// Everywhere is the weight up to which a name is one that the whole corpus is
// about, so that a sentence need not repeat it: about a quarter of the passages
// have it.
const Everywhere = 1.5

// MoveFirst puts e before the others.
func MoveFirst(list []*Evidence, e *Evidence) {
	for i, other := range list {
		if other == e {
			copy(list[1:i+1], list[:i])
			list[0] = e
			return
		}
	}
}
