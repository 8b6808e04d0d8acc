package retrieval

import (
	"context"

	"sherpa/store"
)

// Index is what retrieval needs of the store.
type Index interface {
	// Rank returns the row ids of the best passages by BM25 in a total order.
	Rank(ctx context.Context, s store.Search) ([]store.Ranked, error)
	// PassagesByRowID returns passages; those that are gone are left out.
	PassagesByRowID(ctx context.Context, ids []int64) ([]store.Hit, error)
	// Words returns every word of the corpus with its counts.
	Words(ctx context.Context) ([]store.WordCount, error)
	// Version grows with every change of the corpus.
	Version(ctx context.Context) (int64, error)
	// Stats counts articles and passages.
	Stats(ctx context.Context) (store.Stats, error)
}

var _ Index = (*store.Store)(nil)
