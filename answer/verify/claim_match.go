package verify

import (
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// assertion is a claim taken apart for checking.
type assertion struct {
	facts *facts
	// weight is what each word of facts weighs: 0 for common and repeated ones.
	weight []float64
	// valued is what each value of the claim weighs.
	valued float64
	modal  bool
	// topics are the keys of names that so many passages have that a sentence
	// need not repeat them.
	topics map[string]bool
}

// Weights of the parts of a claim, as shares of a word's own weight.
const (
	nameShare    = 0.4  // a word of a name
	lightClaim   = 0.3  // a light verb or a verb of saying
	unknownShare = 0.75 // a word that no article has: new matter, or other words for it
)

// leastValued is what a value weighs where all words are common.
const leastValued = 2.5

// topicIDF is the weight of a word that a third of the passages have.
const topicIDF = 1.1

func newAssertion(claim string, a *retrieval.Analysis) *assertion {
	f := readFacts(claim)
	as := &assertion{facts: f, weight: make([]float64, len(f.words)), modal: f.hasModal(), topics: map[string]bool{}}
	terms, top := termsOf(a)
	as.valued = max(top, leastValued)
	seen := map[string]bool{}
	for i := range f.words {
		w := &f.words[i]
		t := terms[w.Norm]
		if w.name && t != nil && t.Known && t.IDF < topicIDF && !f.isPlace(w) {
			as.topics[w.Norm] = true
		}
		if w.stop || w.number || w.quoted || seen[w.stem] {
			continue
		}
		seen[w.stem] = true
		as.weight[i] = wordWeight(w, t, top)
		if len(f.values) > 0 && lexicon.LightVerbs[w.stem] {
			as.weight[i] *= lightClaim // "for three hours" says that it lasted
		}
	}
	return as
}

// termsOf maps the words of the claim to their terms, and gives the weight of
// the rarest one that the corpus has.
func termsOf(a *retrieval.Analysis) (map[string]*retrieval.Term, float64) {
	terms, top := map[string]*retrieval.Term{}, 1.0
	for i := range a.Terms {
		t := &a.Terms[i]
		if t.Asked != "" {
			continue // what was typed counts: it is no slip where a name was changed
		}
		terms[t.Norm] = t
		if t.Known {
			top = max(top, t.IDF)
		}
	}
	return terms, top
}

func wordWeight(w *token, t *retrieval.Term, top float64) float64 {
	weight := top
	switch {
	case t != nil && t.Known:
		weight = max(0.5, t.IDF)
	case t != nil:
		weight = unknownShare * t.IDF
	}
	if lexicon.LightVerbs[w.stem] || lightClaims[w.stem] {
		weight *= lightClaim
	}
	if w.name {
		weight *= nameShare
	}
	return weight
}

// lightClaims attribute a claim or join its parts, and say little of what it is
// about.
var lightClaims = func() map[string]bool {
	m := map[string]bool{}
	for w := range text.WordSet(`say said says tell told state stated according claim claimed claims report reported add added call called describe described note noted remark remarked
		cover covers amount amounts total totals alongside together beside since become became look looks looked make makes made currently actually officially`) {
		m[text.Stem(w)] = true
	}
	return m
}()

// Proof is a sentence that may bear out or contradict a claim.
type Proof struct {
	Hit  *retrieval.Hit
	Span text.Span // of the passage's text
	// cover is the share of the claim's weight that the sentence has, and
	// telling that of what is no name.
	cover, telling float64
	// agreed is cover without the values that differ, and rivals their weight.
	agreed, rivals float64
	found, named   int // telling words and values that it has, and words of names
	conceived      bool
	past           bool // tells nothing of what is to come, which the claim does
	opposed        bool // has the opposite of a word of the claim
	figures        bool // has a value of the claim
	specific       bool // has a name of the claim that few passages have
	pronoun        bool // has a word that stands for a name
	pair           bool
	result         Result
	near           *facts
}

// conceives reports whether the sentence only thinks of the claim's matter; one
// that has the claim's figures does more.
func (p *Proof) conceives() bool { return p.conceived && !p.figures }

// contextShare is what a word counts for that stands in the sentence before or
// in the title.
const contextShare = 0.5

// weigh measures how much of the claim a sentence has. A value that differs
// counts half: the sentence speaks of the same kind of thing.
func (as *assertion) weigh(p *Proof, own []*facts) {
	var names, telling part
	for i := range as.facts.words {
		w := &as.facts.words[i]
		if as.weight[i] == 0 {
			continue
		}
		m, o := matchIn(own, w)
		p.opposed = p.opposed || o != nil && w.opposed(o) != nil && disagree(w, o)
		if m < contextShare {
			if c, o := p.near.match(w); c > 0 && !disagree(w, o) {
				m = max(m, contextShare*c)
			}
		}
		if w.name {
			names.add(m, as.weight[i])
			p.specific = p.specific || m == 1 && !as.topics[w.Norm]
		} else {
			telling.add(m, as.weight[i])
		}
	}
	as.weighValues(p, &telling, own)
	all := part{sum: names.sum + telling.sum, total: names.total + telling.total}
	p.agreed = ratio(all.sum-contextShare*p.rivals, all.total-p.rivals)
	if telling.total == 0 {
		telling = all
	}
	p.cover, p.telling, p.found, p.named = all.share(), telling.share(), telling.found, names.found
}

// weighValues adds the values and quotations to what is told.
func (as *assertion) weighValues(p *Proof, telling *part, own []*facts) {
	for _, v := range as.facts.values {
		if as.facts.states(v) && !as.facts.inQuote(v.Span) {
			same, other := bornOut(as.facts, v, own)
			telling.add(valueShare(same, other), as.valued)
			p.figures = p.figures || same
			if !same && other != "" {
				p.rivals += as.valued
			}
		}
	}
	for _, q := range as.facts.quotes {
		if want := BareQuote(q.Of(as.facts.text)); want != "" {
			telling.add(valueShare(quotedIn(want, own), otherQuote(as.facts, own)), as.valued)
		}
	}
}

// valueShare is what a value counts for that a sentence has, or has another of.
func valueShare(same bool, other string) float64 {
	switch {
	case same:
		return 1
	case other != "":
		return contextShare
	}
	return 0
}

// matchIn finds the word of the sentences that stands best for t.
func matchIn(sentences []*facts, t *token) (float64, *token) {
	best, at := 0.0, (*token)(nil)
	for _, s := range sentences {
		if m, o := s.match(t); m > best {
			best, at = m, o
		}
	}
	return best, at
}

// part adds up a share.
type part struct {
	sum, total float64
	found      int
}

func (p *part) add(m, weight float64) {
	p.sum += m * weight
	p.total += weight
	if m > contextShare {
		p.found++
	}
}

func (p *part) share() float64 { return ratio(p.sum, p.total) }

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// conditionals make what follows them a possibility, a wish or a demand.
var conditionals = text.WordSet(`would could should may might if whether unless hope hopes hoped wants want wanted demands demand demanded requires require insists
	insisted suggest suggested suggests proposed propose proposes potentially possibly perhaps ready willing willingness possible can once`)

// imagined are words of a claim that itself speaks of what is not yet so.
var imagined = text.WordSet(`will fear fears feared idea ideas proposal plan plans planned expect expects expected seek seeks next future promise promised warn warned`)

// futures make a claim one of what will be, and outlooks are further words for what is to come.
var (
	futures  = text.WordSet(`will shall won't`)
	outlooks = text.WordSet(`due set scheduled expected expecting going shall won't tomorrow coming upcoming wish wishes like agreed announced invited invitation propose proposed proposes`)
)

// looksAhead reports whether the sentence speaks of what is to come, or may.
func (f *facts) looksAhead() bool { return f.hasModal() || f.hasAny(outlooks) }

// hasModal reports whether the sentence speaks of possibilities.
func (f *facts) hasModal() bool {
	return slices.ContainsFunc(f.words, func(w token) bool { return conditionals[w.Norm] || imagined[w.Norm] })
}

// conceives reports whether the sentence speaks of the claim's matter as a
// possibility only: most of what both have stands after a conditional.
func (as *assertion) conceives(own []*facts) bool {
	if as.modal {
		return false
	}
	under, all := 0.0, 0.0
	for _, s := range own {
		u, a := as.underModal(s)
		under, all = under+u, all+a
	}
	return under > 0.6*all
}

// underModal is how much of the claim the sentence has in clauses with a
// conditional, and in all.
func (as *assertion) underModal(own *facts) (under, all float64) {
	conditional := map[int]bool{}
	for i := range own.words {
		if conditionals[own.words[i].Norm] {
			conditional[own.words[i].clause] = true
		}
	}
	for i := range own.words {
		o := &own.words[i]
		if o.stop || o.name {
			continue
		}
		weight := as.weightOf(o)
		all += weight
		if conditional[o.clause] {
			under += weight
		}
	}
	return under, all
}

// weightOf is what the word of the claim weighs that o stands for.
func (as *assertion) weightOf(o *token) float64 {
	for k := range as.facts.words {
		if w := &as.facts.words[k]; as.weight[k] > 0 && !w.name && w.like(o) > 0 {
			return as.weight[k]
		}
	}
	return 0
}
