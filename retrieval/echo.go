package retrieval

import (
	"cmp"
	"math"
	"slices"
)

const (
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
	rarity   float64 // in the corpus
	asked    bool    // the question has it
	passages int
	weight   float64 // the scores of the passages that have it
}

// echo sets for a long question what the names that the best passages share tell of
// the candidates: pseudo-relevance feedback, for names only. Where a question tells of
// somebody in many words, the passages that name them are about it, however few of the
// words they have.
func (p *probe) echo(candidates []candidate, all []vector) {
	names := p.sharedNames(candidates, all)
	topic := heaviest(names, func(n *echoed) float64 { return n.weight * n.rarity })
	fresh := slices.DeleteFunc(names, func(n echoed) bool { return n.asked })
	for i := range fresh {
		fresh[i].weight *= rarity(fresh[i].stem, candidates)
	}
	slices.SortFunc(fresh, func(a, b echoed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	fresh = fresh[:min(echoNames, len(fresh))]
	total := 0.0
	for _, n := range fresh {
		total += n.weight
	}
	for i := range candidates {
		w := candidates[i].parsed
		for _, n := range fresh {
			if w.mentions(n.stem) {
				all[i][featEcho] += n.weight / total
			}
		}
		all[i][featTopic] = indicator(topic != "" && w.mentions(topic))
	}
}

// heaviest is the stem of the name that weighs most; empty if there is none.
func heaviest(names []echoed, weight func(*echoed) float64) string {
	stem, most := "", 0.0
	for i := range names {
		n := &names[i]
		if w := weight(n); w > most || w == most && n.stem < stem {
			stem, most = n.stem, w
		}
	}
	return stem
}

// sharedNames are the names of the best candidates that others of them have too.
func (p *probe) sharedNames(candidates []candidate, all []vector) []echoed {
	weights := weightsFor(p.Analysis)
	var names []echoed
	for _, i := range best(all, weights, echoPassages) {
		score := all[i].score(weights)
		for _, found := range p.namesIn(candidates[i].parsed) {
			k := slices.IndexFunc(names, func(n echoed) bool { return n.stem == found.stem })
			if k < 0 {
				k, names = len(names), append(names, found)
			}
			names[k].passages++
			names[k].weight += score
		}
	}
	return slices.DeleteFunc(names, func(n echoed) bool { return n.passages < leastEchoes })
}

// best are the places of the n candidates with the highest scores, best first.
func best(all []vector, weights *vector, n int) []int {
	order := make([]int, len(all))
	scores := make([]float64, len(all))
	for i := range all {
		order[i], scores[i] = i, all[i].score(weights)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order[:min(n, len(order))]
}

// namesIn are the names of a passage, each word once.
func (p *probe) namesIn(w *Passage) []echoed {
	var names []echoed
	for i := range w.Sentences {
		s := &w.Sentences[i]
		for _, n := range s.Names {
			for _, word := range w.In(s)[n.First:n.Next] {
				if !word.Stop && !slices.ContainsFunc(names, func(n echoed) bool { return n.stem == word.Stem }) {
					asked := slices.ContainsFunc(p.Terms, func(t Term) bool { return t.Matches(word) })
					names = append(names, echoed{stem: word.Stem, rarity: float64(word.Rarity), asked: asked})
				}
			}
		}
	}
	return names
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
