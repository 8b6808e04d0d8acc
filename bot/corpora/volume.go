package corpora

import (
	"context"
	"sync"

	"sherpa/answer"
	"sherpa/retrieval"
	"sherpa/store"
)

// volume is one store file with what searches it.
type volume struct {
	// guildID is empty for the default store.
	guildID string
	// serial tells the files apart that were open under one name.
	serial int64
	source source
	// store is the source where it is a file.
	store  *store.Store
	search *retrieval.Searcher
	// putting lets one at a time store articles, so that each sees how many there
	// are.
	putting sync.Mutex

	mu     sync.Mutex
	shared map[string]bool // ids that the default store has too
	as     [2]int64        // the versions of both for which shared holds
}

// source is what reading needs of a store.
type source interface {
	retrieval.Index
	answer.Articles
	Article(ctx context.Context, id string) (store.Article, error)
	FindArticle(ctx context.Context, prefix string) (store.Article, error)
}

// ownCached is how many passages of a server's own articles are kept taken apart.
const ownCached = 256

func newVolume(guildID string, st *store.Store, serial int64, searching retrieval.Options) *volume {
	searching.CachedPassages, searching.VectorBytes = ownCached, ownVectorBytes
	return &volume{guildID: guildID, serial: serial, source: st, store: st, search: retrieval.New(st, searching)}
}

// sharedWith returns the ids that another volume has too. They are looked up once
// for each version of the two.
func (v *volume) sharedWith(ctx context.Context, other *volume) (map[string]bool, error) {
	as, err := versions(ctx, v, other)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.shared != nil && v.as == [2]int64(as) {
		return v.shared, nil
	}
	own, err := v.source.Articles(ctx)
	if err != nil {
		return nil, err
	}
	shared := map[string]bool{}
	for i := range own {
		if there, err := has(ctx, other.source, own[i].ID); err != nil {
			return nil, err
		} else if there {
			shared[own[i].ID] = true
		}
	}
	v.shared, v.as = shared, [2]int64(as)
	return shared, nil
}

// versions are the versions of volumes.
func versions(ctx context.Context, volumes ...*volume) ([]int64, error) {
	all := make([]int64, len(volumes))
	for i, v := range volumes {
		var err error
		if all[i], err = v.source.Version(ctx); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// nothing is a source without articles.
type nothing struct{}

func (nothing) Rank(context.Context, store.Search) ([]store.Ranked, error)    { return nil, nil }
func (nothing) PassagesByRowID(context.Context, []int64) ([]store.Hit, error) { return nil, nil }
func (nothing) Words(context.Context) ([]store.WordCount, error)              { return nil, nil }
func (nothing) Version(context.Context) (int64, error)                        { return 0, nil }
func (nothing) Stats(context.Context) (store.Stats, error)                    { return store.Stats{}, nil }
func (nothing) EachArticle(context.Context, func(store.Article) error) error  { return nil }
func (nothing) Articles(context.Context) ([]store.ArticleInfo, error)         { return nil, nil }
func (nothing) CountArticles(context.Context) (int, error)                    { return 0, nil }
func (nothing) Passages(context.Context, string) ([]store.Passage, error)     { return nil, nil }
func (nothing) Article(context.Context, string) (store.Article, error) {
	return store.Article{}, store.ErrNotFound
}

func (nothing) FindArticle(context.Context, string) (store.Article, error) {
	return store.Article{}, store.ErrNotFound
}
