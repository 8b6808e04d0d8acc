package retrieval

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"

	"sherpa/store"
	"sherpa/store/storetest"
)

// noise is an Embedder of vectors by chance, the same for the same text.
type noise struct{ dimension int }

func (noise) Model() string { return "noise" }

func (n noise) Embed(_ context.Context, passages []string) ([][]float32, error) {
	vectors := make([][]float32, len(passages))
	for i, p := range passages {
		vectors[i] = n.vector(p)
	}
	return vectors, nil
}

func (n noise) EmbedQuestion(_ context.Context, question string) ([]float32, error) {
	return n.vector(question), nil
}

func (n noise) vector(text string) []float32 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))                  // a hash takes everything
	random := rand.New(rand.NewPCG(h.Sum64(), 1)) //nolint:gosec // the same each time on purpose
	v := make([]float32, n.dimension)
	for i := range v {
		v[i] = float32(random.NormFloat64())
	}
	return v
}

// library is a store of n passages of 40 words each, ten to an article. Words are
// as frequent as in texts: the second half as often as the first, and so on.
func library(tb testing.TB, n int) *store.Store {
	tb.Helper()
	st := storetest.New(tb)
	random := rand.New(rand.NewPCG(7, 7)) //nolint:gosec // the same each time on purpose
	words := rand.NewZipf(random, 1.1, 2, 20_000)
	var entries []store.Entry
	for i := range n / 10 {
		var paragraphs []string
		for range 10 {
			var b strings.Builder
			for range 40 {
				fmt.Fprintf(&b, "w%dx ", words.Uint64())
			}
			paragraphs = append(paragraphs, strings.TrimSpace(b.String())+".")
		}
		entries = append(entries, article(fmt.Sprintf("article-%05d", i), fmt.Sprintf("Title %d", i), paragraphs...))
	}
	put(tb, st, entries...)
	return st
}

// BenchmarkMeaning measures a search over 10,000 passages by words alone, and by
// words and vectors of 768 numbers; the vector of the question is there already.
func BenchmarkMeaning(b *testing.B) {
	const passages, dimension = 10_000, 768
	st, e := library(b, passages), noise{dimension}
	fillAll(b, st, e)
	var questions []Query
	for i := range 20 {
		questions = append(questions, Query{Text: fmt.Sprintf("w%dx w%dx w%dx w%dx", 10+i, 100+7*i, 500+31*i, 3000+97*i)})
	}
	run := func(name string, s *Searcher) {
		b.Run(name, func(b *testing.B) {
			search(b, s, questions[0]) // reads words and vectors
			for i := 0; b.Loop(); i++ {
				if r := search(b, s, questions[i%len(questions)]); r.Degraded != nil {
					b.Fatal(r.Degraded)
				}
			}
		})
	}
	run("words", New(st, Options{}))
	both := New(st, Options{Embedder: Remember(e), Vectors: st})
	run("words and vectors", both)
	b.Run("cosines", func(b *testing.B) {
		all, err := both.meaning.memory.at(b.Context(), 1)
		if err != nil {
			b.Fatal(err)
		}
		unit, _ := unitVector(e.vector("question"))
		for b.Loop() {
			if got := all.nearest(unit, candidateLimit); len(got) != candidateLimit {
				b.Fatalf("%d", len(got))
			}
		}
	})
	b.Run("first reading", func(b *testing.B) {
		for b.Loop() {
			if _, err := newMemory(st, e.Model(), defaultVectorBytes).at(b.Context(), 1); err != nil {
				b.Fatal(err)
			}
		}
	})
}
