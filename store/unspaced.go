package store

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"
)

// maxContinued is how many trigrams stand for a word of one or two characters:
// the most frequent ones.
const maxContinued = 32

// addUnspaced joins the hits of the trigram index with those found already.
func (s *Store) addUnspaced(ctx context.Context, hits []Hit, q Search) ([]Hit, error) {
	continued := make(map[string][]string)
	for _, w := range shortWords(q.Match) {
		longer, err := s.trigramsFrom(ctx, w)
		if err != nil {
			return nil, err
		}
		continued[w] = longer
	}
	more, err := s.lookUp(ctx, unspacedIndex, unspacedExpression(q.Match, continued), q)
	if err != nil {
		return nil, err
	}
	return mergeHits(hits, more, q.Limit), nil
}

// trigramsFrom lists the store's trigrams that begin with a shorter word.
func (s *Store) trigramsFrom(ctx context.Context, word string) ([]string, error) {
	var terms []string
	err := eachRow(ctx, s.reader, "SELECT term FROM unspaced_terms WHERE term >= ? AND term < ? ORDER BY doc DESC, term LIMIT ?",
		[]any{word, word + string(utf8.MaxRune), maxContinued}, func(r row) error {
			var term string
			err := r.Scan(&term)
			terms = append(terms, term)
			return err
		})
	return terms, err
}

// mergeHits adds up the scores of the passages that are in both lists.
func mergeHits(hits, more []Hit, limit int) []Hit {
	at := make(map[int64]int, len(hits))
	for i, h := range hits {
		at[h.Passage.RowID] = i
	}
	for _, h := range more {
		if i, both := at[h.Passage.RowID]; both {
			hits[i].BM25 += h.BM25
		} else {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.BM25, a.BM25), cmp.Compare(a.Passage.RowID, b.Passage.RowID))
	})
	return hits[:min(len(hits), limit)]
}
