package retrieval

import (
	"cmp"
	"math"
	"slices"
)

const (
	// manyTerms is how many terms a question has that asks for facts of several
	// articles. For shorter ones this does harm; see DESIGN.md.
	manyTerms = 10
	// echoPassages is how many of the best passages are read, and echoNames how many
	// of their names count.
	echoPassages = 7
	echoNames    = 3
	// leastEchoes is in how many of them a name stands.
	leastEchoes = 2
)

// echoed is a name that the best passages share, by its stem.
type echoed struct {
	stem     string
	passages int
	weight   float64
}

// echo sets for a long question how many of the names that the best passages share
// a candidate has too: pseudo-relevance feedback, for names only. Where a question
// tells of somebody in many words, the passages that name them are about it, however
// few of the words they have.
func (p *probe) echo(candidates []candidate, all []vector) {
	if len(p.Terms) < manyTerms {
		return
	}
	names := p.sharedNames(candidates, all)
	total := 0.0
	for _, n := range names {
		total += n.weight
	}
	for i := range candidates {
		for _, n := range names {
			if candidates[i].parsed.mentions(n.stem) {
				all[i][featEcho] += n.weight / total
			}
		}
	}
}

// sharedNames are the names that weigh most in the best candidates.
func (p *probe) sharedNames(candidates []candidate, all []vector) []echoed {
	var names []echoed
	for _, i := range best(all, echoPassages) {
		score := all[i].score()
		for _, stem := range p.newNames(candidates[i].parsed) {
			k := slices.IndexFunc(names, func(n echoed) bool { return n.stem == stem })
			if k < 0 {
				k, names = len(names), append(names, echoed{stem: stem})
			}
			names[k].passages++
			names[k].weight += score
		}
	}
	names = slices.DeleteFunc(names, func(n echoed) bool { return n.passages < leastEchoes })
	for i := range names {
		names[i].weight *= rarity(names[i].stem, candidates)
	}
	slices.SortFunc(names, func(a, b echoed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	return names[:min(echoNames, len(names))]
}

// best are the places of the n candidates with the highest scores, best first.
func best(all []vector, n int) []int {
	order := make([]int, len(all))
	scores := make([]float64, len(all))
	for i := range all {
		order[i], scores[i] = i, all[i].score()
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order[:min(n, len(order))]
}

// newNames are the stems of a passage's names that the question lacks, each once.
func (p *probe) newNames(w *Passage) []string {
	var stems []string
	for i := range w.Sentences {
		s := &w.Sentences[i]
		for _, n := range s.Names {
			for _, word := range w.In(s)[n.First:n.Next] {
				if !word.Stop && !slices.Contains(stems, word.Stem) && !slices.ContainsFunc(p.Terms, func(t Term) bool { return t.Matches(word) }) {
					stems = append(stems, word.Stem)
				}
			}
		}
	}
	return stems
}

// mentions reports whether a stem stands in a passage or in the article's title.
func (p *Passage) mentions(stem string) bool {
	return len(p.index.ofStem(stem)) > 0 || len(p.titleIndex.ofStem(stem)) > 0
}

// rarity weighs a name by how few candidates have it.
func rarity(stem string, candidates []candidate) float64 {
	n := 0
	for i := range candidates {
		if candidates[i].parsed.mentions(stem) {
			n++
		}
	}
	return math.Log(1 + float64(len(candidates))/float64(n))
}
