package corpora

import (
	"context"
	"errors"
	"hash/fnv"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"sherpa/bot"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// hashed makes vectors of the words that texts have: those that share words point
// alike.
type hashed struct{}

func (hashed) Model() string { return "hashed-64" }

func (hashed) Embed(_ context.Context, passages []string) ([][]float32, error) {
	vectors := make([][]float32, len(passages))
	for i, p := range passages {
		vectors[i] = vectorOf(p)
	}
	return vectors, nil
}

func (hashed) EmbedQuestion(_ context.Context, question string) ([]float32, error) {
	return vectorOf(question), nil
}

func vectorOf(s string) []float32 {
	v := make([]float32, 64)
	v[0] = 0.01 // no text is without direction
	for _, w := range text.Words(s) {
		h := fnv.New32a()
		_, _ = h.Write([]byte(w.Norm)) // it never fails
		v[h.Sum32()%64]++
	}
	return v
}

// flaky makes vectors as long as it works.
type flaky struct {
	hashed
	mu     sync.Mutex
	broken bool
	asked  int
}

func (f *flaky) set(broken bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.broken = broken
}

// times is how often it was asked since the last time.
func (f *flaky) times() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := f.asked
	f.asked = 0
	return n
}

func (f *flaky) use() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked++
	if f.broken {
		return errors.New("the server is down")
	}
	return nil
}

func (f *flaky) Embed(ctx context.Context, passages []string) ([][]float32, error) {
	if err := f.use(); err != nil {
		return nil, err
	}
	return f.hashed.Embed(ctx, passages)
}

func (f *flaky) EmbedQuestion(ctx context.Context, question string) ([]float32, error) {
	if err := f.use(); err != nil {
		return nil, err
	}
	return f.hashed.EmbedQuestion(ctx, question)
}

// lacking is how many passages of a store have no vector.
func lacking(t *testing.T, st *store.Store) int {
	t.Helper()
	hits, err := st.WithoutVector(t.Context(), "hashed-64", 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	return len(hits)
}

// opened is a server's store; give it back at the end of the test.
func opened(t *testing.T, c *Corpora, guildID string) *store.Store {
	t.Helper()
	v, err := c.shelf.take(t.Context(), guildID, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.shelf.give(v) })
	return v.store
}

// TestVectors: the default passages and those of open files get vectors, once, and
// again when there are new ones.
func TestVectors(t *testing.T) {
	t.Parallel()
	e := &flaky{}
	c := newCorpora(t, Options{Default: withBriefs(t), Embedder: e})
	fill := func() {
		t.Helper()
		if err := errors.Join(c.fillDefault(t.Context()), c.fillOwn(t.Context())); err != nil {
			t.Fatal(err)
		}
	}
	addFile(t, c, guildA, "a.jsonl", harbour(t))
	st := opened(t, c, guildA)
	if lacking(t, c.opts.Default) == 0 || lacking(t, st) == 0 {
		t.Fatal("there are vectors already")
	}
	fill()
	if n, m := lacking(t, c.opts.Default), lacking(t, st); n > 0 || m > 0 || e.times() == 0 {
		t.Errorf("%d and %d passages lack a vector", n, m)
	}
	fill()
	if n := e.times(); n > 0 {
		t.Errorf("asked %d times for nothing", n)
	}
	addFile(t, c, guildA, "b.md", markdown("b", "News", "A lighthouse was sold."))
	putFile(t, c.opts.Default, markdown("c", "News", "A windmill was sold."))
	fill()
	if n, m := lacking(t, c.opts.Default), lacking(t, st); n > 0 || m > 0 {
		t.Errorf("%d and %d new passages lack a vector", n, m)
	}
}

// TestVectorsFail: without vectors, words alone are searched for, which is logged
// now and then; and nobody is asked for vectors again for a while.
func TestVectorsFail(t *testing.T) {
	t.Parallel()
	e, now, log := &flaky{broken: true}, newClock(), &strings.Builder{}
	c := newCorpora(t, Options{Default: withBriefs(t), Embedder: e, Now: now.Now, Log: slog.New(slog.NewTextHandler(log, nil))})
	if err := c.fillDefault(t.Context()); err == nil {
		t.Fatal("vectors were made by what is down")
	}
	e.times()
	e.set(false)
	if err := c.fillDefault(t.Context()); err != nil || e.times() > 0 {
		t.Errorf("asked again at once: %v", err)
	}
	now.pass(fillPause)
	if err := c.fillDefault(t.Context()); err != nil || lacking(t, c.opts.Default) > 0 {
		t.Errorf("%d passages lack a vector, %v", lacking(t, c.opts.Default), err)
	}
	e.set(true)
	for _, query := range []string{"talks", "summit"} {
		found, err := c.Search(t.Context(), bot.Scope{Default: true}, retrieval.Query{Text: query})
		if err != nil || len(found.Hits) == 0 {
			t.Errorf("%d hits, %v", len(found.Hits), err)
		}
	}
	if n := strings.Count(log.String(), "words alone"); n != 1 || strings.Contains(log.String(), "summit") {
		t.Errorf("the log: %s", log)
	}
}
