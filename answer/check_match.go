package answer

import (
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// assertion is a claim taken apart for checking.
type assertion struct {
	facts *facts
	// weight is what each word of facts weighs: 0 for common and repeated ones.
	weight []float64
	known  []bool
}

// unknownWeight is the weight of a word that the corpus does not have, in units
// of the rarest word that it has.
const (
	nameShare  = 0.5 // what a word of a name weighs beside another word
	lightClaim = 0.3 // what a light verb or a verb of saying weighs
)

func newAssertion(claim string, a *retrieval.Analysis) *assertion {
	f := readFacts(claim)
	as := &assertion{facts: f, weight: make([]float64, len(f.words)), known: make([]bool, len(f.words))}
	terms := map[string]*retrieval.Term{}
	top := 1.0
	for i := range a.Terms {
		t := &a.Terms[i]
		terms[t.Norm] = t
		if t.Asked != "" {
			terms[t.Asked] = t
		}
		top = max(top, t.IDF)
	}
	seen := map[string]bool{}
	for i := range f.words {
		w := &f.words[i]
		t := terms[w.Norm]
		as.known[i] = t != nil && t.Known && t.Asked == ""
		if w.stop || w.number || seen[w.stem] {
			continue
		}
		seen[w.stem] = true
		as.weight[i] = wordWeight(w, t, top)
	}
	return as
}

func wordWeight(w *token, t *retrieval.Term, top float64) float64 {
	weight := top
	if t != nil {
		weight = max(0.5, t.IDF)
	}
	if lightVerbs[w.stem] || sayingVerbs[w.stem] {
		weight *= lightClaim
	}
	if w.name {
		weight *= nameShare
	}
	return weight
}

// sayingVerbs attribute a claim and say little of what it is about.
var sayingVerbs = func() map[string]bool {
	m := map[string]bool{}
	for w := range wordSet(`say said says tell told state stated according claim claimed claims report reported add added call called describe described note noted remark remarked`) {
		m[text.Stem(w)] = true
	}
	return m
}()

// candidate is a sentence that may bear out or contradict a claim.
type proof struct {
	from *evidence
	// cover is the share of the claim's weight that the sentence has, and
	// telling that of the words that are neither names nor numbers.
	cover, telling float64
	found          int // telling words that it has
	result         Verification
	near           *facts
}

// contextShare is what a word counts for that stands in the sentence before or
// in the title.
const contextShare = 0.5

// weigh measures how much of the claim a sentence has.
func (as *assertion) weigh(e *evidence, own, context *facts) *proof {
	p := &proof{from: e, near: context}
	var sum, total, told, telling float64
	for i := range as.facts.words {
		w := &as.facts.words[i]
		if as.weight[i] == 0 {
			continue
		}
		m, _ := own.match(w)
		if m < contextShare {
			if c, _ := context.match(w); c > 0 {
				m = max(m, contextShare*c)
			}
		}
		sum += m * as.weight[i]
		total += as.weight[i]
		if !w.name {
			told += m * as.weight[i]
			telling += as.weight[i]
			if m > contextShare {
				p.found++
			}
		}
	}
	p.cover, p.telling = ratio(sum, total), ratio(told, telling)
	return p
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
