package answer

import (
	"math/bits"

	"sherpa/retrieval"
)

// sentenceFeature is one sign that a sentence answers the question.
type sentenceFeature int

// The features, in the order of sentence_weights.go, which says what each means.
const (
	sfCover sentenceFeature = iota
	sfContext
	sfPassage
	sfRank
	sfKind
	sfClose
	sfNear
	sfFocus
	sfNames
	sfShort
	sfLong
	sfFirst
	sfLead
	sfQuestion
	sfRun
	sfVoice
	sfCause
	sfQuoted
	sfEarlier
	sfCount
)

// sentenceVector holds a sentence's features.
type sentenceVector [sfCount]float64

func (f *sentenceVector) score() float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * sentenceWeights[i]
	}
	return sum
}

// features measures the sentence; topScore is the score of the best passage.
func (e *evidence) features(q *question, topScore float64) sentenceVector {
	var f sentenceVector
	f[sfCover] = q.cover(e.matched)
	f[sfContext] = q.cover(e.context)
	if topScore > 0 {
		f[sfPassage] = max(0, e.hit.Score/topScore)
	}
	f[sfRank] = 1 / float64(e.hit.Rank)
	if q.Kind == retrieval.KindReason {
		e.cause = e.findCause(q)
		f[sfCause] = e.cause.worth()
	} else if e.holdsKind(q) {
		f[sfKind] = 1
		f[sfClose] = e.closeKind(q)
	}
	if q.deed != nil && q.Kind == retrieval.KindManner {
		e.means = e.findMeans(q, q.deed)
		f[sfCause] = e.means.worth()
	}
	f[sfNear] = e.nearTerms(q)
	f[sfRun] = retrieval.Run(&q.Analysis, e.words())
	f[sfFocus] = e.focusShare(q)
	f[sfNames] = e.nameShare(q, e.matched)
	f[sfVoice] = e.voice
	f[sfQuoted] = indicator((q.Kind == retrieval.KindQuotation || len(q.speaker) > 0) && e.quotationSpan().Len() > leastQuotation)
	f[sfEarlier] = indicator(q.earlier && e.tellsEarlier(q))
	e.shape(&f)
	return f
}

// leastQuotation is the length of a quotation, in bytes, that is more than a few
// words: only such a one tells what somebody said.
const leastQuotation = 20

// holdsKind reports whether the sentence has an answer of the kind asked for, for
// the kinds that can be told by their form.
func (e *evidence) holdsKind(q *question) bool {
	switch q.Kind {
	case retrieval.KindOther, retrieval.KindYesNo, retrieval.KindManner, retrieval.KindReason:
		return retrieval.HoldsKind(&q.Analysis, e.passage(), e.sentence)
	}
	return e.answersKind(q)
}

// shape sets the features of the sentence's form and place.
func (e *evidence) shape(f *sentenceVector) {
	n := len(e.words())
	f[sfShort] = indicator(n < 6)
	f[sfLong] = indicator(n > 45)
	f[sfFirst] = indicator(e.at == 0)
	f[sfLead] = indicator(e.hit.Passage.Lead)
	t := e.text()
	f[sfQuestion] = indicator(t[len(t)-1] == '?')
}

// indicator is 1 for what is so, else 0.
func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// nearTerms is the share of neighbouring terms of the question that stand within
// six words of each other in the sentence.
func (e *evidence) nearTerms(q *question) float64 {
	at := e.lastPlaces(q)
	sum, total := 0.0, 0.0
	for t := 0; t+1 < len(q.terms); t++ {
		weight := min(q.weight[t], q.weight[t+1])
		total += weight
		if e.matched[t] > 0 && e.matched[t+1] > 0 && at[t] >= 0 && at[t+1] >= 0 && abs(at[t]-at[t+1]) <= 6 {
			sum += weight
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// lastPlaces says of each term where the sentence has it last, or -1.
func (e *evidence) lastPlaces(q *question) (at [maxTerms]int) {
	for t := range q.terms {
		at[t] = -1
	}
	for _, s := range e.spots {
		same := q.termsAt(int(s.Number), &e.passage().Words[s.At]).same
		for ; same != 0; same &= same - 1 {
			at[bits.TrailingZeros32(uint32(same))] = int(s.At)
		}
	}
	return at
}

// abs is the distance from 0.
func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// focusShare is the share of the focus words that the sentence has.
func (e *evidence) focusShare(q *question) float64 {
	if len(q.focus) == 0 {
		return 0
	}
	n := 0
	for stem := range q.focus {
		if hasStem(e.words(), stem) {
			n++
		}
	}
	return float64(n) / float64(len(q.focus))
}

// nameShare is the share of the question's names that a match has; 1 if the
// question has none.
func (e *evidence) nameShare(q *question, matched []float64) float64 {
	names := q.names()
	if len(names) == 0 {
		return 1
	}
	n := 0.0
	for _, t := range names {
		n += matched[t]
	}
	return n / float64(len(names))
}

// closeKind is the largest share of the question's weight that the clause of a
// value of the expected kind has.
func (e *evidence) closeKind(q *question) float64 {
	best := 0.0
	for _, v := range e.typedSpans(q) {
		best = max(best, q.cover(q.match(e.clauseWords(v))))
	}
	return best
}

// sentenceLabels are the names that explanations show.
var sentenceLabels = [sfCount]string{
	"cover", "context", "passage", "rank", "kind", "close", "near", "focus", "names", "short", "long", "first", "lead", "question", "run", "voice", "cause", "quoted", "earlier",
}
