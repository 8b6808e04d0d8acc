package evidence

import (
	"math/bits"

	"sherpa/answer/question"
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
	sfOtherTime
	sfCount
)

// sentenceVector holds a sentence's features.
type sentenceVector [sfCount]float64

func (f *sentenceVector) score() float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * SentenceWeights[i]
	}
	return sum
}

// Features measures the sentence; topScore is the score of the best passage.
func (e *Evidence) Features(q *question.Question, topScore float64) sentenceVector {
	var f sentenceVector
	f[sfCover] = q.Cover(e.Matched)
	f[sfContext] = q.Cover(e.Context)
	if topScore > 0 {
		f[sfPassage] = max(0, e.Hit.Score/topScore)
	}
	f[sfRank] = 1 / float64(e.Hit.Rank)
	if q.Kind == retrieval.KindReason {
		e.Cause = e.findCause(q)
		f[sfCause] = e.Cause.worth()
	} else if e.holdsKind(q) {
		f[sfKind] = 1
		f[sfClose] = e.closeKind(q)
	}
	if q.Deed != nil && q.Kind == retrieval.KindManner {
		e.Means = e.findMeans(q, q.Deed)
		f[sfCause] = e.Means.worth()
	}
	f[sfNear] = e.NearTerms(q)
	f[sfRun] = retrieval.Run(&q.Analysis, e.Words())
	f[sfFocus] = e.FocusShare(q)
	f[sfNames] = e.NameShare(q, e.Matched)
	f[sfVoice] = e.Voice
	f[sfQuoted] = question.Indicator((q.Kind == retrieval.KindQuotation || len(q.Speaker) > 0) && e.QuotationSpan().Len() > leastQuotation)
	f[sfEarlier] = question.Indicator(q.Earlier && e.TellsEarlier(q))
	f[sfOtherTime] = question.Indicator(e.tellsOtherTime(q))
	e.shape(&f)
	return f
}

// leastQuotation is the length of a quotation, in bytes, that is more than a few
// words: only such a one tells what somebody said.
const leastQuotation = 20

// holdsKind reports whether the sentence has an answer of the kind asked for, for
// the kinds that can be told by their form.
func (e *Evidence) holdsKind(q *question.Question) bool {
	switch q.Kind {
	case retrieval.KindOther, retrieval.KindYesNo, retrieval.KindManner, retrieval.KindReason:
		return retrieval.HoldsKind(&q.Analysis, e.Passage(), e.Sentence)
	}
	return e.AnswersKind(q)
}

// shape sets the features of the sentence's form and place.
func (e *Evidence) shape(f *sentenceVector) {
	n := len(e.Words())
	f[sfShort] = question.Indicator(n < 6)
	f[sfLong] = question.Indicator(n > 45)
	f[sfFirst] = question.Indicator(e.At == 0)
	f[sfLead] = question.Indicator(e.Hit.Passage.Lead)
	t := e.Text()
	f[sfQuestion] = question.Indicator(t[len(t)-1] == '?')
}

// NearTerms is the share of neighbouring terms of the question that stand within
// six words of each other in the sentence.
func (e *Evidence) NearTerms(q *question.Question) float64 {
	at := e.lastPlaces(q)
	sum, total := 0.0, 0.0
	for t := 0; t+1 < len(q.Terms); t++ {
		weight := min(q.Weight[t], q.Weight[t+1])
		total += weight
		if e.Matched[t] > 0 && e.Matched[t+1] > 0 && at[t] >= 0 && at[t+1] >= 0 && question.Abs(at[t]-at[t+1]) <= 6 {
			sum += weight
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// lastPlaces says of each term where the sentence has it last, or -1.
func (e *Evidence) lastPlaces(q *question.Question) (at [maxTerms]int) {
	for t := range q.Terms {
		at[t] = -1
	}
	for _, s := range e.Spots {
		same := q.TermsAt(int(s.Number), &e.Passage().Words[s.At]).Same
		for ; same != 0; same &= same - 1 {
			at[bits.TrailingZeros32(uint32(same))] = int(s.At)
		}
	}
	return at
}

// FocusShare is the share of the focus words that the sentence has.
func (e *Evidence) FocusShare(q *question.Question) float64 {
	if len(q.FocusStems) == 0 {
		return 0
	}
	n := 0
	for stem := range q.FocusStems {
		if HasStem(e.Words(), stem) {
			n++
		}
	}
	return float64(n) / float64(len(q.FocusStems))
}

// NameShare is the share of the question's names that a match has; 1 if the
// question has none.
func (e *Evidence) NameShare(q *question.Question, matched []float64) float64 {
	names := q.Names()
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
func (e *Evidence) closeKind(q *question.Question) float64 {
	best := 0.0
	for _, v := range e.typedSpans(q) {
		best = max(best, q.Cover(q.Match(e.ClauseWords(v))))
	}
	return best
}

// SentenceLabels are the names that explanations show.
var SentenceLabels = [sfCount]string{
	"cover", "context", "passage", "rank", "kind", "close", "near", "focus", "names", "short", "long", "first", "lead", "question", "run", "voice", "cause", "quoted", "earlier",
}
