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
	in       []bool  // the candidates that have it, in the text or the title
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
		fresh[i].weight *= fresh[i].fewness()
	}
	slices.SortFunc(fresh, func(a, b echoed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	fresh = fresh[:min(echoNames, len(fresh))]
	total := 0.0
	for _, n := range fresh {
		total += n.weight
	}
	for i := range candidates {
		for _, n := range fresh {
			if n.in[i] {
				all[i][featEcho] += n.weight / total
			}
		}
		all[i][featTopic] = indicator(topic.in != nil && topic.in[i])
	}
}

// heaviest is the name that weighs most; that of no candidate if there is none.
func heaviest(names []echoed, weight func(*echoed) float64) echoed {
	var top echoed
	most := 0.0
	for i := range names {
		n := &names[i]
		if w := weight(n); w > most || w == most && n.stem < top.stem {
			top, most = *n, w
		}
	}
	return top
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
	names = slices.DeleteFunc(names, func(n echoed) bool { return n.passages < leastEchoes })
	find(names, candidates)
	return names
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
				if !word.Stop && word.ID > 0 && !slices.ContainsFunc(names, func(n echoed) bool { return n.stem == word.Stem }) {
					asked := slices.ContainsFunc(p.Terms, func(t Term) bool { return t.Matches(word) })
					names = append(names, echoed{stem: word.Stem, rarity: float64(word.Rarity), asked: asked})
				}
			}
		}
	}
	return names
}

// find finds the candidates that have each of the names. It reads the candidates once
// for all names, by the numbers of the words.
func find(names []echoed, candidates []candidate) {
	if len(names) == 0 {
		return
	}
	table := newWordTable()
	for n := range names {
		names[n].in = make([]bool, len(candidates))
		for _, w := range candidates[0].parsed.corpus.index.ofStem(names[n].stem) {
			if !w.stop {
				table.put(w.id, int32(n)+1)
			}
		}
	}
	for i := range candidates {
		p := candidates[i].parsed
		for _, ids := range [2][]int32{p.ids, p.titleIDs} {
			for _, id := range ids {
				if n := table.number(max(id, -id)); n > 0 {
					names[n-1].in[i] = true
				}
			}
		}
	}
}

// fewness weighs a name by how few candidates have it.
func (n *echoed) fewness() float64 {
	with := 0
	for _, in := range n.in {
		if in {
			with++
		}
	}
	return math.Log(1 + float64(len(n.in))/float64(with))
}
