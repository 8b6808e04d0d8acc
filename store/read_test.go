package store

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindArticle(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("001_bc06", "One."), entry("001_bc", "Two."), entry("002_73", "Three."), entry("100%_sure", "Four."))
	cases := []struct {
		prefix, id string
		err        error
	}{
		{"002", "002_73", nil},
		{"001_bc", "001_bc", nil}, // exact before ambiguous
		{"001_bc0", "001_bc06", nil},
		{"001", "", ErrAmbiguous},
		{"", "", ErrAmbiguous},
		{"100%", "100%_sure", nil},
		{"%", "", ErrNotFound},
		{"00_", "", ErrNotFound},
		{"003", "", ErrNotFound},
	}
	for _, c := range cases {
		a, err := s.FindArticle(t.Context(), c.prefix)
		if a.ID != c.id || !errors.Is(err, c.err) {
			t.Errorf("%q: got %q, %v; want %q, %v", c.prefix, a.ID, err, c.id, c.err)
		}
	}
	if _, err := s.Article(t.Context(), "002"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Article took the beginning of an id: %v", err)
	}
}

func TestListsAreInOrder(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for _, a := range []struct{ id, published string }{{"d", "2025-08-16"}, {"c", "2025-08-15T20:00:00Z"}, {"b", ""}, {"a", "2025-08-16"}} {
		e := entry(a.id, "Text of "+a.id+".", "More.")
		e.Article.Published, e.Article.Simhash = a.published, uint64(len(a.published))
		mustPut(t, s, e)
	}
	list, err := s.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.CountArticles(t.Context()); err != nil || n != len(list) {
		t.Errorf("%d articles are counted, %d are listed: %v", n, len(list), err)
	}
	var listed, read []string
	for _, info := range list {
		listed = append(listed, info.ID)
		if info.Text != "" || info.Passages != 2 {
			t.Errorf("%s: text %q, %d passages", info.ID, info.Text, info.Passages)
		}
	}
	mustDo(t, s.EachArticle(t.Context(), func(a Article) error {
		read = append(read, a.ID)
		if a.Text != "Text of "+a.ID+".\nMore." {
			t.Errorf("%s: text %q", a.ID, a.Text)
		}
		return nil
	}))
	want := []string{"b", "c", "a", "d"}
	if diff := cmp.Diff([][]string{want, want}, [][]string{listed, read}); diff != "" {
		t.Error(diff)
	}
	hashes, err := s.Simhashes(t.Context())
	if diff := cmp.Diff(map[string]uint64{"a": 10, "b": 0, "c": 20, "d": 10}, hashes); diff != "" || err != nil {
		t.Error(diff, err)
	}
	stats, err := s.Stats(t.Context())
	want1 := Stats{Path: s.Path(), Articles: 4, Passages: 8, Words: 7, Bytes: stats.Bytes, Schema: 6, Version: 4, Oldest: "2025-08-15", Newest: "2025-08-16"}
	if diff := cmp.Diff(want1, stats); diff != "" || err != nil || stats.Bytes < 4096 {
		t.Error(diff, err)
	}
}

func TestEachArticleStopsAtAnError(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 3)...)
	stop, n := errors.New("enough"), 0
	err := s.EachArticle(t.Context(), func(Article) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("error %v after %d articles", err, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Articles(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
