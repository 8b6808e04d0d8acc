package answer

import (
	"sherpa/retrieval"
)

// How many words of names two passages, or all that was found of two articles,
// must share to be about the same matter.
const (
	sharedInPassages = 2
	sharedInArticles = 4
)

// sameMatter reports whether two sentences stand in passages, or articles, about
// the same people and places: without that, equal words speak of different
// things.
func sameMatter(named map[string]map[string]bool, a, b *evidence) bool {
	return a.article() == b.article() || inCommon(a.nameWords(), b.nameWords()) >= sharedInPassages ||
		inCommon(named[a.article()], named[b.article()]) >= sharedInArticles
}

func inCommon(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// namedIn collects the words of names of everything found of each article.
func namedIn(all []*evidence) map[string]map[string]bool {
	named := map[string]map[string]bool{}
	seen := map[*retrieval.Hit]bool{}
	for _, e := range all {
		if seen[e.hit] {
			continue
		}
		seen[e.hit] = true
		words := named[e.article()]
		if words == nil {
			words = map[string]bool{}
			named[e.article()] = words
		}
		for w := range e.nameWords() {
			words[w] = true
		}
	}
	return named
}

// nameWords are the words of names in the passage and the title.
func (e *evidence) nameWords() map[string]bool {
	set := map[string]bool{}
	p := e.passage()
	for i := range p.Sentences {
		s := &p.Sentences[i]
		words := p.In(s)
		for _, n := range s.Names {
			for _, w := range words[n.First:n.Next] {
				if !w.Stop {
					set[w.Norm] = true
				}
			}
		}
	}
	for _, w := range p.Title {
		if w.IsCapital() && !w.Stop {
			set[w.Norm] = true
		}
	}
	return set
}
