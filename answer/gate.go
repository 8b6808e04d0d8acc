package answer

import (
	"math"

	"sherpa/retrieval"
)

// threshold is the confidence below which there is no answer.
const threshold = 0.5

// gateFeature is one sign that the evidence answers the question.
type gateFeature int

// The signs, in the order of gate_weights.go, which says what each means.
const (
	gateCover gateFeature = iota
	gateContext
	gatePassage
	gateUnion
	gateExact
	gateNames
	gateUnknown
	gateStranger
	gateMissing
	gateFound
	gateLacking
	gateNameless
	gateNear
	gateScope
	gateBias
	gateCount
)

var gateLabels = [gateCount]string{
	"cover", "context", "passage", "union", "exact", "names", "unknown", "stranger", "missing", "found", "lacking", "nameless", "near", "scope", "bias",
}

// gateVector holds the signs.
type gateVector [gateCount]float64

// confidence is the probability that the draft answers the question.
func confidence(q *question, all []*evidence, d *draft) float64 {
	if len(d.statements) == 0 || q.saysNothing() {
		return 0
	}
	z := 0.0
	for i, x := range gateFeatures(q, all, d) {
		z += x * gateWeights[i]
	}
	return 1 / (1 + math.Exp(-z))
}

func gateFeatures(q *question, all []*evidence, d *draft) gateVector {
	best := d.judged
	inPassage := best.inPassage(q)
	var f gateVector
	f[gateCover] = q.cover(best.matched)
	f[gateContext] = q.cover(best.context)
	f[gatePassage] = q.cover(inPassage)
	f[gateUnion] = q.cover(d.union(q))
	f[gateExact] = q.exactCover(best.matched)
	f[gateNames] = best.nameShare(q, inPassage)
	f[gateUnknown] = q.unknownShare(all)
	f[gateStranger] = indicator(q.stranger(all[:min(len(all), strangerReach)]))
	f[gateMissing] = q.heaviestMissing(inPassage)
	found := d.found
	f[gateFound] = indicator(found)
	missing := !found && !best.answersKind(q)
	f[gateLacking] = best.lacking(q, missing)
	f[gateNameless] = nameless(q, missing)
	f[gateNear] = best.nearTerms(q)
	f[gateScope] = best.scopeCover(q)
	f[gateBias] = 1
	return f
}

// unattached is what a value counts as missing that stands in the sentence but in
// a clause about something else.
const unattached = 0.4

// lacking says how much a date, duration or number is missing that the question
// asks for.
func (e *evidence) lacking(q *question, missing bool) float64 {
	switch {
	case !missing || len(valueKinds[q.Kind]) == 0:
		return 0
	case len(e.typedValues(q)) > 0:
		return unattached
	}
	return 1
}

// unnamed is what a missing name counts for: who did something may be told
// without one ("the voters").
const unnamed = 0.4

// nameless says how much a name, role, list or quotation is missing.
func nameless(q *question, missing bool) float64 {
	kind := q.Kind
	switch {
	case !missing:
		return 0
	case q.asksName:
		return 1
	case kind == retrieval.KindPerson || kind == retrieval.KindPlace:
		return unnamed
	case kind == retrieval.KindQuotation || kind == retrieval.KindWhoIs || kind == retrieval.KindList || kind == retrieval.KindOrganisation:
		return 1
	}
	return 0
}

// inPassage says for each term how well the sentence's passage and title have it.
// It is worked out once; callers only read it.
func (e *evidence) inPassage(q *question) []float64 {
	if e.whole == nil {
		e.whole = q.match(e.passage().Words)
		raise(e.whole, q.match(e.passage().Title))
	}
	return e.whole
}

// union says for each term how well all statements together have it.
func (d *draft) union(q *question) []float64 {
	m := make([]float64, len(q.terms))
	for _, s := range d.statements {
		raise(m, s.lead.context)
	}
	return m
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

// strangerReach is how many of the best sentences are searched for a name.
const strangerReach = 12

// stranger reports whether a name of the question is not in the corpus, or a
// number of it not in any of the sentences: another year is another matter.
func (q *question) stranger(all []*evidence) bool {
	for t := range q.terms {
		if (q.terms[t].Name || q.terms[t].Norm[0] <= '9') && !anyMatch(all, t) && q.weight[t] > 0 {
			return true
		}
	}
	return false
}

func anyMatch(all []*evidence, t int) bool {
	for _, e := range all {
		if e.matched[t] > 0 {
			return true
		}
	}
	return false
}

// heaviestMissing is the largest weight of a term that is not matched, as a
// share of the heaviest term's.
func (q *question) heaviestMissing(matched []float64) float64 {
	missing, heaviest := 0.0, 0.0
	for t, w := range q.weight {
		heaviest = max(heaviest, w)
		missing = max(missing, w*(1-matched[t]))
	}
	if heaviest == 0 {
		return 1
	}
	return missing / heaviest
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

// gateParts takes the confidence's log odds apart.
func gateParts(q *question, all []*evidence, d *draft) []retrieval.Part {
	if len(d.statements) == 0 {
		return nil
	}
	var parts []retrieval.Part
	for i, x := range gateFeatures(q, all, d) {
		parts = append(parts, retrieval.Part{Feature: gateLabels[i], Value: x, Weight: gateWeights[i], Points: x * gateWeights[i]})
	}
	return parts
}
