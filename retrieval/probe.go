package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// probe is a question prepared for looking at many passages, one after the other.
type probe struct {
	*Analysis
	// idf are the weights of the terms, and total their sum.
	idf   []float64
	total float64
	// names are the terms that are names, and rarest is the rarest known one, or
	// -1.
	names  termSet
	rarest int
	// groups are the lexicon's groups of each term, variants the stems of its other
	// spellings, beginnings how akin words begin; empty where there are none.
	groups     [][]int
	variants   [][]string
	beginnings []string

	// found are the words of the passage that is looked at, in their order, and
	// places those of each term.
	found  []sighting
	places [][]int32
	// pairs marks the words of the question that the next one follows in it.
	pairs [maxWords]bool
}

func newProbe(a *Analysis) *probe {
	n := len(a.Terms)
	p := &probe{
		Analysis: a, total: a.TotalIDF(), rarest: -1, idf: make([]float64, n), groups: make([][]int, n), variants: make([][]string, n),
		beginnings: make([]string, n), places: make([][]int32, n),
	}
	for t := range a.Terms {
		p.prepare(t)
	}
	return p
}

// prepare reads term t.
func (p *probe) prepare(t int) {
	term := &p.Terms[t]
	p.idf[t] = term.IDF
	p.groups[t] = term.Groups
	p.beginnings[t] = beginning(term)
	for _, v := range term.Variants {
		p.variants[t] = append(p.variants[t], text.Stem(v))
	}
	if term.Name {
		p.names = p.names.with(t)
	}
	if term.Known && (p.rarest < 0 || term.IDF > p.idf[p.rarest]) {
		p.rarest = t
	}
}

// leastAkin is how many letters akin words have in common at their beginning.
const leastAkin = 5

// beginning is how words akin to a term begin: "natural" is akin to "nature"; empty
// for a word so short that words with its beginning have little in common.
func beginning(t *Term) string {
	if len(t.Norm) <= leastAkin || len(t.Stem) < leastAkin {
		return ""
	}
	return t.Norm[:leastAkin]
}

// look finds the words of a text that stand for terms.
func (p *probe) look(x *wordIndex) {
	p.found = p.found[:0]
	for t := range p.Terms {
		p.lookFor(t, x)
	}
	slices.Sort(p.found)
}

// lookFor finds the words that stand for term t.
func (p *probe) lookFor(t int, x *wordIndex) {
	term := &p.Terms[t]
	p.places[t] = append(p.places[t][:0], x.ofStem(term.Stem)...)
	for i, v := range term.Variants {
		for _, at := range x.ofStem(p.variants[t][i]) {
			if w := &x.words[at]; w.Norm == v && w.Stem != term.Stem {
				p.places[t] = append(p.places[t], at)
			}
		}
	}
	for _, at := range p.places[t] {
		g := sameStem
		if x.words[at].Norm == term.Norm || x.words[at].Stem != term.Stem {
			g = sameForm
		}
		p.found = append(p.found, newSighting(int(at), t, g))
	}
	for _, g := range p.groups[t] {
		for _, w := range x.ofGroup(g) {
			p.addLoose(t, w.at, x)
		}
	}
	if p.beginnings[t] != "" {
		for _, at := range x.beginning(p.beginnings[t]) {
			p.addLoose(t, at, x)
		}
	}
}

// addLoose adds a word that only means something like term t.
func (p *probe) addLoose(t int, at int32, x *wordIndex) {
	if x.words[at].Stem != p.Terms[t].Stem {
		p.found = append(p.found, newSighting(int(at), t, looseMatch))
	}
}

// isAsked reports whether the word at a place is a term itself.
func (p *probe) isAsked(at int) bool {
	i, _ := slices.BinarySearch(p.found, newSighting(at, 0, sameForm))
	for ; i < len(p.found) && p.found[i].at() == at; i++ {
		if p.found[i].grade() != looseMatch {
			return true
		}
	}
	return false
}
