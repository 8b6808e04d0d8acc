package retrieval

import (
	"slices"

	"sherpa/internal/text"
)

// A question mostly names whom or what it is about, often without capitals. An event that
// has none of its names is not what it means, however many of its plain words stand there.

const (
	// leastNameLength is the length of a word that may be a name which is typed small.
	leastNameLength = 4
	// toldEverywhere is the weight up to which a name tells no event from another.
	toldEverywhere = 1.5
)

// writing says which terms are written with a capital, and which without, in what was found.
type writing struct{ capital, small termSet }

// note adds the words that were looked at.
func (w *writing) note(found []sighting, words []Word) {
	for _, s := range found {
		switch {
		case s.grade() == looseMatch:
		case words[s.at()].IsCapital():
			w.capital = w.capital.with(s.term())
		default:
			w.small = w.small.with(s.term())
		}
	}
}

// inSmall reports whether a title is not one of which every word has a capital, so that
// capitals tell names.
func inSmall(title []Word) bool {
	small := 0
	for i := range title {
		if !title[i].Stop && !title[i].IsNumeric() && !title[i].IsCapital() {
			small++
		}
	}
	return small > 1
}

// markNames tells which terms of the question can only be names: they stand nowhere
// without a capital, unless a list has them for something else. Of a name of which
// a word was not found, the rest is somebody else.
func (p *probe) markNames(w writing) {
	p.Terms = slices.Clone(p.Terms)
	for t := range p.Terms {
		term := &p.Terms[t]
		if !w.capital.has(t) || term.IDF <= toldEverywhere || term.Verbal || len(term.Groups) > 0 && !text.IsCountry(term.Norm) || p.besideStranger(t, w) {
			continue
		}
		term.OnlyName = !w.small.has(t) && (term.Name || len(term.Norm) >= leastNameLength)
	}
}

// besideStranger reports whether a name that was not found stands next to a term.
func (p *probe) besideStranger(t int, w writing) bool {
	for _, o := range [2]int{t - 1, t + 1} {
		if o >= 0 && o < len(p.Terms) && p.Terms[o].Name && !w.capital.has(o) && (p.Terms[o].At-p.Terms[t].At == o-t) {
			return true
		}
	}
	return false
}

// wholeNames are the names of the question that some article has, each with all its words,
// which stand in a row: other people have the same first name.
func (p *probe) wholeNames(articles []told) []termSet {
	var names []termSet
	for t := 0; t < len(p.Terms); t++ {
		if !p.Terms[t].OnlyName {
			continue
		}
		name := termSet(0).with(t)
		for t+1 < len(p.Terms) && p.Terms[t+1].OnlyName && p.Terms[t+1].At == p.Terms[t].At+1 {
			t++
			name = name.with(t)
		}
		if slices.ContainsFunc(articles, func(a told) bool { return a.hasAny([]termSet{name}) }) {
			names = append(names, name)
		}
	}
	return names
}

// hasAny reports whether an article has all words of one of some names.
func (t *told) hasAny(names []termSet) bool {
	return slices.ContainsFunc(names, func(n termSet) bool { return n.without(t.has.same) == 0 })
}
