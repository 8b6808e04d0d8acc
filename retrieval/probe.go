package retrieval

import (
	"slices"
	"strings"
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
	// beginnings says how akin words begin; empty where there are none.
	beginnings []string

	// standings remembers for each word by the number of its spots which terms it
	// stands for.
	standings []standing
	// titles are the terms in the titles of articles.
	titles map[string]terms
	// found are the words of the passage that is looked at, in their order, and
	// places those of each term.
	found  []sighting
	places [][]int32
	// pairs marks the words of the question that the next one follows in it.
	pairs [maxWords]bool
}

// standing says for which terms a word stands.
type standing struct {
	known bool
	terms []sighting // at place 0
}

func newProbe(a *Analysis) *probe {
	n := len(a.Terms)
	p := &probe{
		Analysis: a, total: a.TotalIDF(), rarest: -1, idf: make([]float64, n), beginnings: make([]string, n), places: make([][]int32, n),
		titles: map[string]terms{},
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
	p.beginnings[t] = beginning(term)
	if term.Name {
		p.names = p.names.with(t)
	}
	if term.Known && (p.rarest < 0 || term.IDF > p.idf[p.rarest]) {
		p.rarest = t
	}
}

// shareGroup reports whether the lexicon has a term and a word in one group.
func shareGroup(t *Term, w *Word) bool {
	return slices.ContainsFunc(w.Groups, func(g int) bool { return slices.Contains(t.Groups, g) })
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

// look finds the words of a text that stand for terms, by its spots.
func (p *probe) look(words []Word, spots []Spot) {
	p.found = p.found[:0]
	for t := range p.places {
		p.places[t] = p.places[t][:0]
	}
	for _, s := range spots {
		for _, of := range p.standing(s.Number, &words[s.At]) {
			p.found = append(p.found, newSighting(int(s.At), of.term(), of.grade()))
			if of.grade() != looseMatch {
				p.places[of.term()] = append(p.places[of.term()], s.At)
			}
		}
	}
}

// standing lists the terms for which the word of a number stands.
func (p *probe) standing(number int32, w *Word) []sighting {
	if more := int(number) + 1 - len(p.standings); more > 0 {
		p.standings = append(p.standings, make([]standing, more)...)
	}
	s := &p.standings[number]
	if !s.known {
		s.known, s.terms = true, p.standsFor(w)
	}
	return s.terms
}

// standsFor lists the terms for which a word stands. A common word stands for none.
func (p *probe) standsFor(w *Word) []sighting {
	if w.Stop {
		return nil
	}
	var list []sighting
	for t := range p.Terms {
		term := &p.Terms[t]
		switch {
		case w.Stem == term.Stem && w.Norm != term.Norm:
			list = append(list, newSighting(0, t, sameStem))
		case w.Stem == term.Stem || slices.Contains(term.Variants, w.Norm):
			list = append(list, newSighting(0, t, sameForm))
		case p.beginnings[t] != "" && strings.HasPrefix(w.Stem, p.beginnings[t]) || shareGroup(term, w):
			list = append(list, newSighting(0, t, looseMatch))
		}
	}
	return list
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
