package eval

import (
	"context"
	"fmt"

	"sherpa/retrieval"
)

// misspeltLine is a query as meant and as mistyped.
type misspeltLine struct {
	ID       string `json:"id"`
	Query    string `json:"query"`
	Misspelt string `json:"misspelt"`
}

// CheckMisspelt counts the mistyped queries that find, in the first place, the
// passage that the query as meant finds there.
func CheckMisspelt(ctx context.Context, s Searcher, file string) (Tally, error) {
	var tally Tally
	lines, err := readLines[misspeltLine](file)
	if err != nil {
		return tally, err
	}
	for _, line := range lines {
		meant, err := first(ctx, s, line.Query)
		if err != nil {
			return tally, err
		}
		got, err := first(ctx, s, line.Misspelt)
		if err != nil {
			return tally, err
		}
		tally.count(meant != "" && got == meant, "%s: %q finds %q, %q finds %q", line.ID, line.Misspelt, got, line.Query, meant)
	}
	return tally, nil
}

// first is the id of the best passage, or empty.
func first(ctx context.Context, s Searcher, query string) (string, error) {
	result, err := s.Search(ctx, retrieval.Query{Text: query, K: 1})
	if err != nil {
		return "", fmt.Errorf("search %q: %w", query, err)
	}
	if len(result.Hits) == 0 {
		return "", nil
	}
	return result.Hits[0].Passage.ID, nil
}
