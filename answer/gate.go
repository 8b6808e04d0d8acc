package answer

import (
	"math"

	"sherpa/retrieval"
)

// threshold is the confidence below which there is no answer.
const threshold = 0.48

// gateFeature is one sign that the evidence answers the question.
type gateFeature int

// The signs, in the order of gate_weights.go, which says what each means.
const (
	gateCover gateFeature = iota
	gateNames
	gateUnknown
	gateStranger
	gateBare
	gateFocus
	gateOffice
	gateLacking
	gateNameless
	gateNumber
	gateUnmet
	gateElsewhere
	gateDoer
	gateApart
	gateWordless
	gateOpposite
	gateDenying
	gateAffirmed
	gateBias
	gateLongArticles
	gateLongNames
	gateLongNear
	gateLongUnknown
	gateLongFound
	gateLongLacking
	gateLongBias
	gateCount
)

// gateLabels name the signs where they are explained.
var gateLabels = [gateCount]string{
	"cover", "names", "unknown", "stranger", "bare", "focus", "office", "lacking", "nameless", "number", "unmet", "elsewhere", "doer", "apart", "wordless", "opposite", "denying", "affirmed", "bias",
	"long articles", "long names", "long near", "long unknown", "long found", "long lacking", "long bias",
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

// gateFeatures are the signs of a short and of a long question, each as far as the
// question is one.
func gateFeatures(q *question, all []*evidence, d *draft) gateVector {
	var f gateVector
	long := q.Length()
	if long < 1 {
		f.short(q, all, d)
	}
	for i := range gateLongArticles {
		f[i] *= 1 - long
	}
	if long > 0 {
		f.long(q, all, d)
	}
	for i := gateLongArticles; i < gateCount; i++ {
		f[i] *= long
	}
	return f
}

// short sets the signs of a question that one sentence answers. What is missing
// tells the more, the more of the question's words are there.
func (f *gateVector) short(q *question, all []*evidence, d *draft) {
	best := d.judged
	cover := q.cover(best.matched)
	missing := !d.found && !best.answersKind(q)
	f[gateCover] = q.mostCover(all)
	f[gateNames] = best.nameShare(q, best.context)
	unknown := q.unknownShare(all)
	f[gateUnknown] = unknown * unknown
	f[gateStranger] = indicator(q.stranger(all[:min(len(all), strangerReach)]))
	f[gateBare] = indicator(q.bare(all))
	f[gateFocus] = indicator(q.focusAbsent(all))
	f[gateOffice] = indicator(q.officeAbsent(all))
	f[gateLacking] = cover * best.lacking(q, missing)
	f[gateNameless] = cover * nameless(q, missing)
	f[gateNumber] = indicator(best.otherNumber(q))
	f[gateUnmet] = d.unmet(q, all)
	f[gateElsewhere] = d.elsewhere(q)
	f[gateDoer] = indicator(q.nobodyDid(all, d))
	apart := d.apart(q, all)
	if !d.found || len(valueKinds[q.Kind]) == 0 {
		f[gateApart] = apart
	}
	if d.short == "" && d.differ == nil {
		f[gateWordless] = apart
	}
	f[gateOpposite] = indicator(best.opposes(q))
	f[gateDenying] = indicator(q.has(notWords) && !(q.Kind == retrieval.KindReason && best.negative()))
	f[gateAffirmed] = indicator(q.has(notWords) && !best.negative())
	f[gateBias] = 1
}

// long sets the signs of a question about what several articles report.
func (f *gateVector) long(q *question, all []*evidence, d *draft) {
	best := d.judged
	together := q.together(all)
	f[gateLongArticles] = q.cover(together)
	f[gateLongNames] = best.nameShare(q, together)
	f[gateLongNear] = best.nearTerms(q)
	f[gateLongUnknown] = q.unknownShare(all)
	f[gateLongFound] = indicator(d.found)
	f[gateLongLacking] = best.lacking(q, !d.found && !best.answersKind(q))
	f[gateLongBias] = 1
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
