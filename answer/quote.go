package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"sherpa/answer/wording"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// MaxQuote is the length of the longest quotation that is looked for, in code
// points.
const MaxQuote = 4000

var (
	// ErrQuoteEmpty means that a quotation has no words.
	ErrQuoteEmpty = errors.New("there are no words to look for")
	// ErrQuoteTooLong means that a quotation is longer than MaxQuote.
	ErrQuoteTooLong = fmt.Errorf("a quotation of more than %d characters is not looked for", MaxQuote)
)

// Quote says where words stand in the articles: all places that have them, or
// else the closest wording. Quotation marks around them and ellipses at their
// ends are the asker's and do not count; an ellipsis inside stands for any words
// in between. A place that differs in letter case, accents, white space or the
// kind of quotation marks, apostrophes and dashes counts, and is marked as
// folded.
func (e *Engine) Quote(ctx context.Context, words string) (QuoteReport, error) {
	report := QuoteReport{Exact: []QuoteHit{}, Closest: []QuoteMatch{}}
	if utf8.RuneCountInString(words) > MaxQuote {
		return report, ErrQuoteTooLong
	}
	w := wording.Read(words)
	if text.CountWords(w.Text) == 0 {
		return report, ErrQuoteEmpty
	}
	for _, places := range w.Readings() {
		if err := e.findPlaces(ctx, &report, places); err != nil {
			return report, err
		}
		if len(report.Exact) > 0 {
			return report, nil
		}
	}
	closest, err := e.closestWordings(ctx, w)
	if err != nil {
		return report, err
	}
	report.Closest = append(report.Closest, closest...)
	return report, nil
}

// findPlaces adds every place of every article.
func (e *Engine) findPlaces(ctx context.Context, report *QuoteReport, p *wording.Pattern) error {
	err := e.articles.EachArticle(ctx, func(a store.Article) error {
		for _, place := range p.Find(a.Text) {
			report.Exact = append(report.Exact, QuoteHit{
				Article: citedArticle(a), Start: place.Start, End: place.End, Folded: !p.StandsIn(place.Of(a.Text)),
			})
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("answer: look for a quotation: %w", err)
	}
	return nil
}

const (
	// maxClosest is how many closest wordings are shown.
	maxClosest = 3
	// alignedArticles is how many articles are aligned with a quotation: those of
	// the best of alignedHits passages.
	alignedArticles, alignedHits = 6, 24
)

// closestWordings finds the most similar run of words in each of the articles
// that share most with the quotation, the best first.
func (e *Engine) closestWordings(ctx context.Context, w wording.Wording) ([]QuoteMatch, error) {
	res, err := e.search.Search(ctx, retrieval.Query{Text: w.Text, K: alignedHits})
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
	var matches []QuoteMatch
	err = e.articles.EachArticle(ctx, func(a store.Article) error {
		if p, ok := near[a.ID]; ok {
			if c, ok := w.ClosestIn(a.Text, text.Span{Start: p.Start, End: p.End}); ok {
				matches = append(matches, QuoteMatch{
					Article: citedArticle(a), Quote: c.Span.Of(a.Text), Start: c.Span.Start, End: c.Span.End, Similarity: round4(c.Similarity), Diff: c.Diff,
				})
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
