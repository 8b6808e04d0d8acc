package retrieval

import (
	"cmp"
	"context"
	"slices"

	"sherpa/store"
)

// rankOffset is the constant of reciprocal rank fusion (Cormack, Clarke and
// Büttcher 2009).
const rankOffset = 60

// reciprocal is what a rank, counted from 1, weighs.
func reciprocal(rank int) float64 { return 1 / float64(rankOffset+rank) }

// weighted is a hit with the sum of what its ranks weigh.
type weighted struct {
	Hit
	weight float64
}

// heaviestFirst sorts hits by their weight; those that weigh alike keep their
// order.
func heaviestFirst(all []weighted) []Hit {
	slices.SortStableFunc(all, func(a, b weighted) int { return cmp.Compare(b.weight, a.weight) })
	hits := make([]Hit, len(all))
	for i := range all {
		hits[i] = all[i].Hit
	}
	return hits
}

// fuseMeaning joins the hits that words found with the passages whose vectors are
// near the question's. The error says why vectors take no part; the hits are then
// those of words, unchanged.
//
// Scores stay what they are without vectors, and so does what reads them. A
// passage that only its vector found is scored by the same features; its BM25
// counts as none, since no word of the question led to it.
func (s *Searcher) fuseMeaning(ctx context.Context, v *vocabulary, a *Analysis, q Query, ranked []Hit) ([]Hit, error) {
	f := store.Filter{Since: q.Since, Until: q.Until, Sources: q.Sources}
	near, err := s.meaning.search(ctx, v.version, a.Text, f, max(candidateLimit, 2*q.K))
	if err != nil {
		return ranked, err
	}
	found := make(map[int64]bool, len(ranked))
	for i := range ranked {
		found[ranked[i].Passage.RowID] = true
	}
	var others []candidate
	for i := range near.hits {
		if h := &near.hits[i]; !found[h.Passage.RowID] {
			others = append(others, candidate{kept: s.keep(v, h)})
		}
	}
	return near.join(ranked, rank(a, others, q.Explain)), nil
}

// join gives every hit what its ranks by words and by its vector weigh. A passage
// without a vector, as a new one is, counts as if its vector were as near as its
// words: it cannot help what it lacks.
func (n *near) join(ranked, others []Hit) []Hit {
	places := make(map[int64]int, len(n.hits))
	for i := range n.hits {
		places[n.hits[i].Passage.RowID] = i + 1
	}
	all := make([]weighted, 0, len(ranked)+len(others))
	for i, h := range append(slices.Clip(ranked), others...) {
		words, near := i+1, places[h.Passage.RowID]
		if i >= len(ranked) {
			words = 0
		}
		w := weighted{Hit: h}
		if words > 0 {
			w.weight += reciprocal(words)
		}
		switch {
		case near > 0:
			w.weight += reciprocal(near)
		case !n.all.has(h.Passage.RowID):
			w.weight *= 2
		}
		if w.Why != nil {
			w.Why.Fusion = &Fusion{Words: words, Meaning: near, Cosine: n.cosines[h.Passage.RowID], Weight: w.weight}
		}
		all = append(all, w)
	}
	return heaviestFirst(all)
}
