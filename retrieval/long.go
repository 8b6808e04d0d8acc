package retrieval

import (
	"math"
	"math/bits"
	"slices"
)

// A question of up to shortTerms terms asks for what one passage tells; one of
// longTerms or more describes what several articles report. Between them it is
// something of both.
const (
	shortTerms = 9
	longTerms  = 15
)

// Length says how far the question is a long one, from 0 to 1.
func (a *Analysis) Length() float64 {
	return min(1, max(0, float64(len(a.Terms)-shortTerms)/(longTerms-shortTerms)))
}

// weightsFor are the weights for a question, between those for short and for long
// ones.
func weightsFor(a *Analysis) *vector {
	switch long := a.Length(); long {
	case 0:
		return &weights
	case 1:
		return &longWeights
	default:
		var mixed vector
		for i := range mixed {
			mixed[i] = (1-long)*weights[i] + long*longWeights[i]
		}
		return &mixed
	}
}

// How many terms of a long question in a row are a part of it that one passage may
// tell by itself.
const (
	partTerms    = 4
	clauseTerms  = 6
	stretchTerms = 10
)

// longPassage is how many words a passage has that is a long one.
const longPassage = 60

// measureParts sets the features of long questions, whose parts are told in several
// places: how much of one part a passage has, whatever it lacks of the others.
func (p *probe) measureParts(candidates []candidate, has, titled []termSet, all []vector) {
	matter := p.matter()
	telling := p.telling(has, titled, matter)
	total := 0.0
	for _, x := range telling {
		total += x
	}
	few := rareAmong(has)
	for i := range candidates {
		f, both := &all[i], has[i]|titled[i]
		f[featPart] = bestPart(matter, has[i], partTerms)
		f[featClause] = bestPart(matter, both, clauseTerms)
		f[featStretch] = bestPart(matter, both, stretchTerms)
		f[featTelling] = share(both.sum(telling), total)
		f[featAlone] = min(1, float64((has[i]&few).size())/manyAlone)
		f[featWords] = min(1, float64(len(candidates[i].parsed.Words))/longPassage)
	}
}

// matter are the weights of the terms, without those that only speak of articles.
func (p *probe) matter() []float64 {
	weights := slices.Clone(p.idf)
	for t := range weights {
		if relating[p.Terms[t].Norm] {
			weights[t] = 0
		}
	}
	return weights
}

// bestPart is the largest weight of the terms in the set that stand among so many of
// the question's in a row, as a share of the most that so many weigh.
func bestPart(weights []float64, has termSet, inRow int) float64 {
	most, best, full, sum := 0.0, 0.0, 0.0, 0.0
	for t, weight := range weights {
		full += weight
		if has.has(t) {
			sum += weight
		}
		if t >= inRow {
			full -= weights[t-inRow]
			if has.has(t - inRow) {
				sum -= weights[t-inRow]
			}
		}
		most, best = max(most, full), max(best, sum)
	}
	return share(best, most)
}

// telling weighs each term by how few candidates have it: those that all have tell
// nothing about their order.
func (p *probe) telling(has, titled []termSet, matter []float64) []float64 {
	weights := make([]float64, len(p.Terms))
	for t := range weights {
		if matter[t] == 0 {
			continue
		}
		n := 0
		for i := range has {
			if (has[i] | titled[i]).has(t) {
				n++
			}
		}
		if n > 0 {
			weights[t] = math.Log(1 + float64(len(has))/(float64(n)+0.5))
		}
	}
	return weights
}

const (
	// aloneAmong is in how many candidates a term stands at the most that few have,
	// and manyAlone how many such terms are many.
	aloneAmong = 3
	manyAlone  = 4
)

// rareAmong are the terms that only a few candidates have.
func rareAmong(has []termSet) termSet {
	var count [maxTerms]int
	for _, set := range has {
		for s := set; s != 0; s &= s - 1 {
			count[bits.TrailingZeros64(uint64(s))]++
		}
	}
	var few termSet
	for t, n := range count {
		if 0 < n && n <= aloneAmong {
			few = few.with(t)
		}
	}
	return few
}
