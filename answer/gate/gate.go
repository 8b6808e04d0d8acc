package gate

import (
	"math"

	"sherpa/answer/draft"
	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/retrieval"
)

// Threshold is the confidence below which there is no answer.
const Threshold = 0.48

// gateFeature is one sign that the evidence answers the question.
type gateFeature int

// The signs, in the order of weights.go, which says what each means.
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

// Confidence is the probability that the draft answers the question.
func Confidence(q *question.Question, all []*evidence.Evidence, d *draft.Draft) float64 {
	if len(d.Statements) == 0 || q.SaysNothing() {
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
func gateFeatures(q *question.Question, all []*evidence.Evidence, d *draft.Draft) gateVector {
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
func (f *gateVector) short(q *question.Question, all []*evidence.Evidence, d *draft.Draft) {
	best := d.Judged
	cover := q.Cover(best.Matched)
	missing := !d.Found && !best.AnswersKind(q)
	f[gateCover] = mostCover(q, all)
	f[gateNames] = best.NameShare(q, best.Context)
	unknown := unknownShare(q, all)
	f[gateUnknown] = unknown * unknown
	f[gateStranger] = question.Indicator(stranger(q, all[:min(len(all), strangerReach)]))
	f[gateBare] = question.Indicator(bare(q, all))
	f[gateFocus] = question.Indicator(focusAbsent(q, all))
	f[gateOffice] = question.Indicator(officeAbsent(q, all))
	f[gateLacking] = cover * lacking(best, q, missing)
	f[gateNameless] = cover * nameless(q, missing)
	f[gateNumber] = question.Indicator(otherNumber(best, q))
	f[gateUnmet] = unmet(d, q, all)
	f[gateElsewhere] = elsewhere(d, q)
	f[gateDoer] = question.Indicator(draft.NobodyDid(q, all, d))
	apart := apart(d, q, all)
	if !d.Found || len(evidence.ValueKinds[q.Kind]) == 0 {
		f[gateApart] = apart
	}
	if d.Short == "" && d.Differ == nil {
		f[gateWordless] = apart
	}
	f[gateOpposite] = question.Indicator(opposes(best, q))
	f[gateDenying] = question.Indicator(q.Has(notWords) && !(q.Kind == retrieval.KindReason && best.HasDenial()))
	f[gateAffirmed] = question.Indicator(q.Has(notWords) && !best.HasDenial())
	f[gateBias] = 1
}

// long sets the signs of a question about what several articles report.
func (f *gateVector) long(q *question.Question, all []*evidence.Evidence, d *draft.Draft) {
	best := d.Judged
	together := together(q, all)
	f[gateLongArticles] = q.Cover(together)
	f[gateLongNames] = best.NameShare(q, together)
	f[gateLongNear] = best.NearTerms(q)
	f[gateLongUnknown] = unknownShare(q, all)
	f[gateLongFound] = question.Indicator(d.Found)
	f[gateLongLacking] = lacking(best, q, !d.Found && !best.AnswersKind(q))
	f[gateLongBias] = 1
}

// Parts takes the confidence's log odds apart.
func Parts(q *question.Question, all []*evidence.Evidence, d *draft.Draft) []retrieval.Part {
	if len(d.Statements) == 0 {
		return nil
	}
	var parts []retrieval.Part
	for i, x := range gateFeatures(q, all, d) {
		parts = append(parts, retrieval.Part{Feature: gateLabels[i], Value: x, Weight: gateWeights[i], Points: x * gateWeights[i]})
	}
	return parts
}
