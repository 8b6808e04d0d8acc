package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"sherpa/store"
)

const (
	// nearBits is the number of bits in which the hashes of near-duplicates may
	// differ (Manku, Jain and Das Sarma 2007 use the same figure).
	nearBits = 3
	// bandBits: of four bands of 16 bits, two hashes that differ in three bits
	// have at least one in common, so that only that band's articles are compared.
	bandBits  = 16
	bandCount = 64 / bandBits
)

// nearIndex finds articles that say nearly the same as another.
type nearIndex struct {
	store Store
	known map[string]knownArticle
	bands [bandCount]map[uint16][]string
}

// knownArticle is what is compared; original and size are set for articles of
// this run only, the store is asked for those of others.
type knownArticle struct {
	hash     uint64
	inRun    bool
	original string
	size     int
}

func newNearIndex(ctx context.Context, st Store) (*nearIndex, error) {
	hashes, err := st.Simhashes(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the articles' similarity hashes: %w", err)
	}
	n := &nearIndex{store: st, known: make(map[string]knownArticle, len(hashes))}
	for i := range n.bands {
		n.bands[i] = map[uint16][]string{}
	}
	for id, hash := range hashes {
		n.insert(id, knownArticle{hash: hash})
	}
	return n, nil
}

func band(hash uint64, i int) uint16 { return uint16(hash >> (i * bandBits)) }

func (n *nearIndex) insert(id string, k knownArticle) {
	n.known[id] = k
	for i := range n.bands {
		b := band(k.hash, i)
		n.bands[i][b] = append(n.bands[i][b], id)
	}
}

// add makes an article of this run known.
func (n *nearIndex) add(a store.Article) {
	n.insert(a.ID, knownArticle{hash: a.Simhash, inRun: true, original: a.DuplicateOf, size: len(a.Text)})
}

// original returns the id of an earlier article that says nearly the same, or "".
// If that one is a duplicate itself, it is what that one repeats.
func (n *nearIndex) original(ctx context.Context, a store.Article) (string, error) {
	for _, id := range n.candidates(a) {
		k, err := n.complete(ctx, id)
		if err != nil {
			return "", err
		}
		if !similarSize(k.size, len(a.Text)) || k.original == a.ID {
			continue
		}
		return cmp.Or(k.original, id), nil
	}
	return "", nil
}

// candidates are the ids of articles with nearly the same hash, nearest first.
func (n *nearIndex) candidates(a store.Article) []string {
	var ids []string
	for i := range n.bands {
		for _, id := range n.bands[i][band(a.Simhash, i)] {
			if id != a.ID && distance(n.known[id].hash, a.Simhash) <= nearBits {
				ids = append(ids, id)
			}
		}
	}
	slices.SortFunc(ids, func(x, y string) int {
		return cmp.Or(cmp.Compare(distance(n.known[x].hash, a.Simhash), distance(n.known[y].hash, a.Simhash)), cmp.Compare(x, y))
	})
	return slices.Compact(ids)
}

// complete asks the store for what the index does not hold of an article. One
// that is gone meanwhile has no size and so is similar to none.
func (n *nearIndex) complete(ctx context.Context, id string) (knownArticle, error) {
	k := n.known[id]
	if k.inRun {
		return k, nil
	}
	a, err := n.store.Article(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return k, nil
	}
	if err != nil {
		return k, fmt.Errorf("read the article %q to compare it: %w", id, err)
	}
	k.original, k.size = a.DuplicateOf, len(a.Text)
	return k, nil
}

// similarSize reports whether two texts differ by at most a fifth in length.
func similarSize(a, b int) bool { return 5*min(a, b) >= 4*max(a, b) && a > 0 }
