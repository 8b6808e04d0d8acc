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

// addUnspaced joins what the trigram index finds with what was found already.
func (s *Store) addUnspaced(ctx context.Context, ranked []Ranked, q Search) ([]Ranked, error) {
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
	return mergeRanked(ranked, more, q.Limit), nil
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

// mergeRanked adds up the scores of the passages that are in both lists.
func mergeRanked(ranked, more []Ranked, limit int) []Ranked {
	at := make(map[int64]int, len(ranked))
	for i, r := range ranked {
		at[r.RowID] = i
	}
	for _, r := range more {
		if i, both := at[r.RowID]; both {
			ranked[i].BM25 += r.BM25
		} else {
			ranked = append(ranked, r)
		}
	}
	slices.SortFunc(ranked, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(b.BM25, a.BM25), cmp.Compare(a.RowID, b.RowID))
	})
	return ranked[:min(len(ranked), limit)]
}
