package retrieval

import "slices"

// countedPassages is how many passages counts are scaled to at the least: of fewer,
// they say less.
const countedPassages = 30

// weighIn weighs the terms as if the store had only the articles of the candidates,
// which are all their passages that have any of the terms.
func (a *Analysis) weighIn(own []candidate) {
	passages := passagesOf(own)
	all := max(passages, countedPassages)
	counts := a.countIn(own)
	a.Terms = slices.Clone(a.Terms)
	for t := range a.Terms {
		n := float64(counts[t]) * float64(all) / float64(max(1, passages))
		a.Terms[t].Known = counts[t] > 0
		a.Terms[t].IDF = inverseFrequency(n, float64(all))
	}
	a.weighGeneric()
}

// countIn counts for each term the passages that have it. Of one that only titles have, there
// is a passage about it.
func (a *Analysis) countIn(own []candidate) []int {
	counts := make([]int, len(a.Terms))
	p, spots := newProbe(a), a.spots(own)
	var titled termSet
	for i := range own {
		titled |= p.inTitle(own[i].parsed).same
		p.look(own[i].parsed.Words, spots[i])
		has := termsOf(p.found).same
		for t := range counts {
			if has.has(t) {
				counts[t]++
			}
		}
	}
	for t := range counts {
		if counts[t] == 0 && titled.has(t) {
			counts[t] = 1
		}
	}
	return counts
}

// passagesOf is how many passages the articles of candidates have, as far as the last
// of those tells.
func passagesOf(own []candidate) int {
	last := make(map[string]int)
	for i := range own {
		id := own[i].article.ID
		last[id] = max(last[id], own[i].parsed.Ordinal+1)
	}
	sum := 0
	for _, n := range last {
		sum += n
	}
	return sum
}
