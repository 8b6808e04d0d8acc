package answer

import "math"

// threshold is the confidence below which there is no answer.
const threshold = 0.5

// gateVector holds the signs that the evidence answers the question.
type gateVector [gateCount]float64

const (
	gateCover   = iota // the best sentence's share of the question's weight
	gateContext        // the same with its surroundings
	gateNames          // share of the question's names there; 1 if it has none
	gateUnknown        // share of the question's weight that the corpus lacks
	gateKind           // a value of the expected kind stands with the matches
	gateExact          // share of the weight that is matched word for word
	gateBias
	gateCount
)

// gateWeights are the weights of a logistic regression over the signs.
var gateWeights = gateVector{gateCover: 3.0, gateContext: 1.5, gateNames: 1.5, gateUnknown: -2.5, gateKind: 0.8, gateExact: 1.0, gateBias: -3.2}

// confidence is the probability that the draft answers the question.
func confidence(q *question, all []*evidence, d *draft) float64 {
	if len(d.statements) == 0 {
		return 0
	}
	f := gateFeatures(q, all, d)
	z := 0.0
	for i, x := range f {
		z += x * gateWeights[i]
	}
	return 1 / (1 + math.Exp(-z))
}

func gateFeatures(q *question, all []*evidence, d *draft) gateVector {
	best := d.statements[0].lead
	var f gateVector
	f[gateCover] = q.cover(best.matched)
	f[gateContext] = q.cover(best.context)
	f[gateNames] = best.nameShare(q, best.context)
	f[gateUnknown] = q.unknownShare(all)
	f[gateKind] = best.kindSign(q, d)
	f[gateExact] = q.exactCover(best.matched)
	f[gateBias] = 1
	return f
}

// unknownShare is the share of the question's weight in words that neither the
// corpus has nor any sentence relates to.
func (q *question) unknownShare(all []*evidence) float64 {
	if q.total == 0 {
		return 1
	}
	sum := 0.0
	for t := range q.terms {
		if !q.terms[t].Known && !anyMatch(all, t) {
			sum += q.weight[t]
		}
	}
	return sum / q.total
}

func anyMatch(all []*evidence, t int) bool {
	for _, e := range all {
		if e.matched[t] > 0 {
			return true
		}
	}
	return false
}

// exactCover is cover without related words.
func (q *question) exactCover(matched []float64) float64 {
	exact := make([]float64, len(matched))
	for t, m := range matched {
		if m == 1 {
			exact[t] = 1
		}
	}
	return q.cover(exact)
}

// kindSign is 1 where a value of the expected kind was found, -1 where one is
// needed and missing, and 0 where the kind needs none.
func (e *evidence) kindSign(q *question, d *draft) float64 {
	if d.short != "" || d.differ != nil {
		return 1
	}
	if needsValue[q.Kind] {
		return -1
	}
	return 0
}
