package retrieval

import (
	"context"

	"sherpa/store"
)

// kept is a passage that is kept in memory, with its article.
type kept struct {
	article store.Article
	parsed  *Passage
}

// passageKey names a passage of one version of the corpus: what counts as a name
// in it depends on the words of all others.
type passageKey struct{ version, row int64 }

// passages returns ranked passages, from memory where they are there; nil where
// one is gone.
func (s *Searcher) passages(ctx context.Context, v *vocabulary, ranked []store.Ranked) ([]*kept, error) {
	all := make([]*kept, len(ranked))
	var missing []int64
	for i, r := range ranked {
		if k, ok := s.parsed.GetIfPresent(passageKey{v.version, r.RowID}); ok {
			all[i] = k
		} else {
			missing = append(missing, r.RowID)
		}
	}
	if len(missing) == 0 {
		return all, nil
	}
	hits, err := s.index.PassagesByRowID(ctx, missing)
	if err != nil {
		return nil, err
	}
	read := make(map[int64]*kept, len(hits))
	for i := range hits {
		read[hits[i].Passage.RowID] = s.keep(v, &hits[i])
	}
	for i, r := range ranked {
		if all[i] == nil {
			all[i] = read[r.RowID]
		}
	}
	return all, nil
}

// keep returns a hit's passage taken apart, from memory where it is there.
func (s *Searcher) keep(v *vocabulary, h *store.Hit) *kept {
	key := passageKey{v.version, h.Passage.RowID}
	if k, ok := s.parsed.GetIfPresent(key); ok {
		return k
	}
	k := &kept{article: h.Article, parsed: v.parse(h.Passage, h.Article.Title)}
	s.parsed.Set(key, k)
	return k
}
