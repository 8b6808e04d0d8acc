package retrieval

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/maypok86/otter/v2"
)

const (
	defaultCached = 4096
	defaultK      = 10
)

// Options sets what a Searcher may keep in memory, and what it searches with.
type Options struct {
	// CachedPassages is how many passages are kept taken apart; 0 means 4096.
	CachedPassages int
	// Embedder and Vectors add a search by meaning to the one by words. Without
	// either there is none, and nothing is asked of the other.
	Embedder Embedder
	Vectors  Vectors
	// VectorBytes is how much memory the vectors may take; where they need more,
	// words alone rank. 0 means 512 MiB.
	VectorBytes int64
	// QuestionLimit is how long the search by meaning may take; after that, words
	// alone rank. 0 means 2 s.
	QuestionLimit time.Duration
}

// Searcher ranks passages. It is safe for concurrent use.
type Searcher struct {
	index  Index
	parsed *otter.Cache[passageKey, *kept]
	// meaning is nil where only words are searched for.
	meaning *meaning

	mu    sync.Mutex
	vocab *vocabulary
}

// New makes a Searcher over an index.
func New(index Index, opts Options) *Searcher {
	cache := &otter.Options[passageKey, *kept]{MaximumSize: cmp.Or(opts.CachedPassages, defaultCached)}
	return &Searcher{index: index, parsed: otter.Must(cache), meaning: newMeaning(opts)}
}

// Result is what a search found, with how the question was read.
type Result struct {
	Analysis Analysis
	Hits     []Hit
	// Articles is the number of articles in the corpus.
	Articles int
	// Version is the version of the corpus that was searched.
	Version int64
	// Degraded says why the hits are those of words alone although vectors are to
	// take part. It is for the operator: it holds nothing of the question.
	Degraded error
}

// Search returns the K best passages for a question, best first, in an order
// that depends on nothing but the question and the corpus.
func (s *Searcher) Search(ctx context.Context, q Query) (Result, error) {
	v, err := s.vocabulary(ctx)
	if err != nil {
		return Result{}, err
	}
	if q.K <= 0 {
		q.K = defaultK
	}
	r := Result{Analysis: v.analyse(q.Text), Articles: v.articles, Version: v.version}
	candidates, err := s.candidates(ctx, v, &r.Analysis, q)
	if err != nil {
		return Result{}, fmt.Errorf("retrieval: candidates: %w", err)
	}
	ranked, err := s.rankEvent(ctx, v, &r.Analysis, q, candidates)
	if err != nil {
		return Result{}, err
	}
	if s.meaning != nil && v.passages > 0 && r.Analysis.Text != "" {
		ranked, r.Degraded = s.fuseMeaning(ctx, v, &r.Analysis, q, ranked)
		if err := ctx.Err(); err != nil {
			return Result{}, fmt.Errorf("retrieval: search: %w", err)
		}
	}
	r.Hits = diversify(ranked, q.K)
	return r, nil
}

// rank scores the candidates and sorts them; equal scores go by article and
// place, so that the order never depends on chance. Their places are sorted, since
// hits are large.
func rank(a *Analysis, candidates []candidate, explain bool) []Hit {
	spots, w := a.spots(candidates), weightsFor(a)
	all := features(a, candidates, spots)
	scores, order := make([]float64, len(all)), make([]int, len(all))
	for i := range all {
		scores[i], order[i] = all[i].score(w), i
	}
	slices.SortFunc(order, func(i, k int) int {
		x, y := candidates[i].parsed, candidates[k].parsed
		return cmp.Or(cmp.Compare(scores[k], scores[i]), cmp.Compare(x.ArticleID, y.ArticleID), cmp.Compare(x.Ordinal, y.Ordinal))
	})
	hits := make([]Hit, len(all))
	for rank, i := range order {
		c := &candidates[i]
		hits[rank] = Hit{Score: scores[i], Passage: c.parsed.Passage, Article: c.article, Parsed: c.parsed, Spots: spots[i]}
		if explain {
			hits[rank].Why = all[i].explain(w)
		}
	}
	return hits
}
