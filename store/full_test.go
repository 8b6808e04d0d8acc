package store

import (
	"errors"
	"testing"
)

// TestFullStore fills a store to its limit. Reading goes on, and writing does
// once there is room again.
func TestFullStore(t *testing.T) {
	t.Parallel()
	s := openStore(t, t.TempDir()+"/test.db", Options{MaxBytes: 320 << 10})
	var err error
	const batch = 40
	n := 0
	for ; err == nil && n < 10_000; n += batch {
		_, err = s.PutAll(t.Context(), numbered(n, batch))
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("after %d articles: %v, want ErrFull", n, err)
	}
	n -= batch // of the call that failed, nothing is there
	if report := mustBeSound(t, s); report.Articles != n {
		t.Errorf("%d articles, want %d", report.Articles, n)
	}
	if got := find(t, s, term("delegation")); len(got) != min(n, 100) {
		t.Errorf("%d hits in a full store", len(got))
	}
	if _, err := s.Put(t.Context(), numbered(0, 1)[0].Article, numbered(0, 1)[0].Passages); err != nil {
		t.Errorf("an unchanged article needs no room: %v", err)
	}
	for _, e := range numbered(0, n/2) {
		mustDo(t, s.Remove(t.Context(), e.Article.ID))
	}
	mustPut(t, s, numbered(n, 5)...)
	mustBeSound(t, s)

	// The same file with a higher limit takes more.
	larger := openStore(t, s.Path(), Options{MaxBytes: 4 << 20})
	mustPut(t, larger, numbered(n+batch, 10*batch)...)
	mustBeSound(t, larger)
}
