package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

const (
	// maxClosest is how many closest wordings are shown.
	maxClosest = 3
	// minSimilarity is how alike a wording must be to be shown.
	minSimilarity = 0.4
	// alignedArticles is how many articles are aligned with a quotation: those of
	// the best of alignedHits passages.
	alignedArticles, alignedHits = 6, 24
	// maxCells is how many pairs of words an alignment may compare before it
	// keeps to the neighbourhood of the best passage.
	maxCells = 1 << 20
)

// closestWordings finds the most similar run of words in each of the articles
// that share most with the quotation, the best first.
func (e *Engine) closestWordings(ctx context.Context, w wording) ([]QuoteMatch, error) {
	res, err := e.search.Search(ctx, retrieval.Query{Text: w.text, K: alignedHits})
	if err != nil {
		return nil, fmt.Errorf("answer: search a quotation's words: %w", err)
	}
	near := map[string]store.Passage{}
	for _, h := range res.Hits {
		if _, known := near[h.Article.ID]; !known && len(near) < alignedArticles {
			near[h.Article.ID] = h.Passage
		}
	}
	if len(near) == 0 {
		return nil, nil
	}
	q := readQuoted(w.text)
	var matches []QuoteMatch
	err = e.articles.EachArticle(ctx, func(a store.Article) error {
		if p, ok := near[a.ID]; ok {
			if m, ok := q.closestIn(w.text, a, p); ok {
				matches = append(matches, m)
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("answer: compare a quotation: %w", err)
	}
	slices.SortStableFunc(matches, func(a, b QuoteMatch) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.Article.ID, b.Article.ID))
	})
	return matches[:min(len(matches), maxClosest)], nil
}

// closestIn is the closest wording in an article of which p is the passage that
// shares most; false if it is not close enough.
func (q quotedWords) closestIn(quoted string, a store.Article, p store.Passage) (QuoteMatch, bool) {
	words := q.neighbourhood(text.Words(a.Text), p)
	al := align(q, words)
	if al.similarity < minSimilarity || al.same == 0 && q.saysSomething() || al.from >= al.to {
		return QuoteMatch{}, false
	}
	span := text.Span{Start: words[al.from].Start, End: words[al.to-1].End}
	return QuoteMatch{
		Article: citedArticle(a), Quote: span.Of(a.Text), Start: span.Start, End: span.End,
		Similarity: round4(al.similarity), Diff: al.diff(quoted, q, a.Text, words),
	}, true
}

// neighbourhood is all words of an article, or, where that would be too much to
// align, the words of the passage and as many on either side as are quoted.
func (q quotedWords) neighbourhood(words []text.Word, p store.Passage) []text.Word {
	n := len(q.words)
	if n*len(words) <= maxCells {
		return words
	}
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(words, offset, func(w text.Word, o int) int { return cmp.Compare(w.Start, o) })
		return i
	}
	return words[max(at(p.Start)-n, 0):min(at(p.End)+n, len(words))]
}

// saysSomething reports whether any of the words is more than a common one.
func (q quotedWords) saysSomething() bool {
	return slices.ContainsFunc(q.words, func(w text.Word) bool { return !text.IsStop(w.Norm) })
}
