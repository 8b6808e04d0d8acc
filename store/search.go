package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sherpa/internal/text"
)

// index is one of the two full-text indexes, with the list of its terms.
type index struct{ table, terms string }

var (
	wordIndex     = index{"passage_index", "passage_terms"}
	unspacedIndex = index{"unspaced_index", "unspaced_terms"}
	indexes       = []index{wordIndex, unspacedIndex}
)

// Search returns the passages that match in the order of Rank. One that is
// removed meanwhile is left out.
func (s *Store) Search(ctx context.Context, q Search) ([]Hit, error) {
	ranked, err := s.Rank(ctx, q)
	if err != nil || len(ranked) == 0 {
		return nil, err
	}
	ids, places := make([]int64, len(ranked)), make(map[int64]int, len(ranked))
	for i, r := range ranked {
		ids[i], places[r.RowID] = r.RowID, i
	}
	hits, err := s.PassagesByRowID(ctx, ids)
	for i := range hits {
		hits[i].BM25 = ranked[places[hits[i].Passage.RowID]].BM25
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Compare(places[a.Passage.RowID], places[b.Passage.RowID]) })
	return hits, err
}

// Rank returns the row ids of the passages that match, best first by BM25 and, where
// scores are equal, in the order of the store. Weights of zero count as one each. A
// match without a single word has none. Terms in a script without spaces are
// looked up in an index of their own, and a passage that both indexes find has
// the sum of its two scores.
func (s *Store) Rank(ctx context.Context, q Search) ([]Ranked, error) {
	if q.Limit <= 0 {
		return nil, fmt.Errorf("search: the limit must be positive, not %d", q.Limit)
	}
	if q.Brief {
		if err := ctx.Err(); err != nil {
			return nil, failed(s.path, "search", err)
		}
		ctx = unwatched(ctx)
	}
	ranked, err := s.lookUp(ctx, wordIndex, wordExpression(q.Match), q)
	if err == nil && hasUnspacedTerm(q.Match) {
		ranked, err = s.addUnspaced(ctx, ranked, q)
	}
	if err != nil {
		return nil, failed(s.path, "search", err)
	}
	return ranked, nil
}

// lookUp asks one index.
func (s *Store) lookUp(ctx context.Context, in index, expression string, q Search) ([]Ranked, error) {
	if expression == "" {
		return nil, nil
	}
	w := q.Weights
	if w == (Weights{}) {
		w = Weights{1, 1, 1}
	}
	allowed, args := q.Filter.condition("rowid")
	query := fmt.Sprintf(`SELECT rowid, -bm25(%[1]s, ?, ?, ?) AS score FROM %[1]s WHERE %[1]s MATCH ?%[2]s
		ORDER BY score DESC, rowid LIMIT ?`, in.table, allowed)
	args = append([]any{w.Title, w.Lead, w.Body, expression}, args...)
	var ranked []Ranked
	err := eachRow(ctx, s.searches, query, append(args, q.Limit), func(r row) error {
		ranked = append(ranked, Ranked{})
		found := &ranked[len(ranked)-1]
		return r.Scan(&found.RowID, &found.BM25)
	})
	return ranked, err
}

// condition is the filter as a further condition on a column of row ids, with its
// arguments. The plus sign keeps SQLite from asking an index once for every
// allowed row.
func (f Filter) condition(column string) (string, []any) {
	var conditions []string
	var args []any
	if f.Since != "" {
		conditions = append(conditions, `a.published <> '' AND substr(a.published, 1, min(10, length(?))) >= substr(?, 1, min(10, length(a.published)))`)
		args = append(args, f.Since, f.Since)
	}
	if f.Until != "" {
		conditions = append(conditions, `a.published <> '' AND substr(a.published, 1, min(10, length(?))) <= substr(?, 1, min(10, length(a.published)))`)
		args = append(args, f.Until, f.Until)
	}
	if ids, keys := f.sources(); ids != "" {
		conditions = append(conditions, `(a.source_key IN (SELECT value FROM json_each(?))
			OR EXISTS (SELECT 1 FROM json_each(?) WHERE substr(a.id, 1, length(value)) = value))`)
		args = append(args, keys, ids)
	}
	if len(f.Articles) > 0 {
		conditions = append(conditions, `a.id IN (SELECT value FROM json_each(?))`)
		args = append(args, jsonArray(f.Articles))
	}
	if len(conditions) == 0 {
		return "", nil
	}
	return ` AND +` + column + ` IN (SELECT p.id FROM articles a JOIN passages p ON p.article = a.num WHERE ` +
		strings.Join(conditions, " AND ") + ")", args
}

// sources are the filter's sources as two JSON arrays: as they are, for ids, and
// folded, for publishers. Both are empty if there is nothing to filter by.
func (f Filter) sources() (ids, keys string) {
	given := slices.DeleteFunc(slices.Clone(f.Sources), func(s string) bool { return s == "" })
	if len(given) == 0 {
		return "", ""
	}
	folded := make([]string, len(given))
	for i, s := range given {
		folded[i] = text.Fold(s)
	}
	return jsonArray(given), jsonArray(folded)
}

func jsonArray[T string | int64](list []T) string {
	b, err := json.Marshal(list)
	if err != nil { // a list of strings or numbers always has a form in JSON
		panic(err)
	}
	return string(b)
}
