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
	// nearBits is the number of bits in which the hashes of two texts may differ
	// for the texts to be compared. One word changed in a text of 100 words turns
	// about four bits, five words about ten.
	nearBits = 12
	// nearShare is the share of shingles that near-duplicates have in common.
	nearShare = 0.7
	// maxCompared is the number of articles that are compared with a new one.
	maxCompared = 5
)

// nearIndex finds the articles that an article repeats. The hashes say which
// texts to compare; the texts decide.
type nearIndex struct {
	store  Store
	hashes []hashed
	places map[string]int // of an id in hashes
	// fresh holds the articles of this run that the store does not have yet.
	fresh map[string]store.Article
}

type hashed struct {
	id   string
	hash uint64
}

func newNearIndex(ctx context.Context, st Store) (*nearIndex, error) {
	hashes, err := st.Simhashes(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the articles' similarity hashes: %w", err)
	}
	n := &nearIndex{store: st, places: make(map[string]int, len(hashes)), fresh: map[string]store.Article{}}
	for id, hash := range hashes {
		n.insert(id, hash)
	}
	return n, nil
}

func (n *nearIndex) insert(id string, hash uint64) {
	if i, known := n.places[id]; known {
		n.hashes[i].hash = hash
		return
	}
	n.places[id] = len(n.hashes)
	n.hashes = append(n.hashes, hashed{id, hash})
}

// add makes an article of this run known.
func (n *nearIndex) add(a store.Article) {
	n.insert(a.ID, a.Simhash)
	n.fresh[a.ID] = a
}

// stored says that the store has all articles that were added.
func (n *nearIndex) stored() { clear(n.fresh) }

// original returns the id of an earlier article that says nearly the same, or "".
// If that one is a duplicate itself, it is what that one repeats.
func (n *nearIndex) original(ctx context.Context, a store.Article) (string, error) {
	candidates := n.candidates(a)
	if len(candidates) == 0 {
		return "", nil
	}
	p := newSketch(a.Text)
	for _, id := range candidates {
		earlier, err := n.article(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			continue // removed meanwhile
		}
		if err != nil {
			return "", fmt.Errorf("read the article %q to compare it: %w", id, err)
		}
		if earlier.DuplicateOf != a.ID && p.repeats(newSketch(earlier.Text)) {
			return cmp.Or(earlier.DuplicateOf, id), nil
		}
	}
	return "", nil
}

func (n *nearIndex) article(ctx context.Context, id string) (store.Article, error) {
	if a, ok := n.fresh[id]; ok {
		return a, nil
	}
	return n.store.Article(ctx, id)
}

// candidates are the ids of the articles with the nearest hashes, nearest first.
func (n *nearIndex) candidates(a store.Article) []string {
	var near []hashed
	for _, h := range n.hashes {
		if distance(h.hash, a.Simhash) <= nearBits && h.id != a.ID {
			near = append(near, h)
		}
	}
	slices.SortFunc(near, func(x, y hashed) int {
		return cmp.Or(cmp.Compare(distance(x.hash, a.Simhash), distance(y.hash, a.Simhash)), cmp.Compare(x.id, y.id))
	})
	ids := make([]string, 0, maxCompared)
	for _, h := range near[:min(len(near), maxCompared)] {
		ids = append(ids, h.id)
	}
	return ids
}
