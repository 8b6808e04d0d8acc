package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// news makes articles of ten passages of some hundred words with frequencies
// like those of a language.
func news(n int) []Entry {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // test data
	zipf := rand.NewZipf(random, 1.2, 3, 30_000)
	list := make([]Entry, n)
	for i := range list {
		lines := make([]string, 10)
		for j := range lines {
			var b strings.Builder
			for range 100 {
				fmt.Fprintf(&b, "w%dx ", zipf.Uint64())
			}
			lines[j] = b.String() + "end."
		}
		list[i] = entry(fmt.Sprintf("news-%d", i), lines...)
	}
	return list
}

func BenchmarkPutAll(b *testing.B) {
	list := news(500)
	passages := 0
	for b.Loop() {
		s := newStore(b)
		for at := 0; at < len(list); at += 100 {
			mustPut(b, s, list[at:at+100]...)
		}
		passages += 10 * len(list)
	}
	b.ReportMetric(float64(passages)/b.Elapsed().Seconds(), "passages/s")
}

func BenchmarkSearch(b *testing.B) {
	s := newStore(b)
	mustPut(b, s, news(500)...)
	q := Search{Match: anyOf(term("w40x"), term("w300x"), term("w2000x")), Weights: Weights{2, 1.5, 1}, Limit: 50}
	for b.Loop() {
		if _, err := s.Search(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVersion(b *testing.B) {
	s := newStore(b)
	for b.Loop() {
		if _, err := s.Version(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	s := newStore(b)
	mustPut(b, s, news(500)...)
	for b.Loop() {
		mustBeSound(b, s)
	}
}
