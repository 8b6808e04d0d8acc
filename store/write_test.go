package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPutOutcomes(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	e := entry("alaska", "The talks lasted three hours.", "A second passage.")
	changed := entry("alaska", "The talks lasted nearly three hours.")
	embedded := entry("brief", "A brief of ours.")
	embedded.Article.Embedded = true
	own := embedded
	own.Article.Embedded = false

	got := mustPut(t, s, e, e, changed, embedded, own, embedded)
	want := []Outcome{Added, Unchanged, Updated, Added, Updated, Unchanged}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	ps, err := s.Passages(t.Context(), "alaska")
	if err != nil || len(ps) != 1 || ps[0].Text != changed.Article.Text {
		t.Errorf("passages after the update: %+v, %v", ps, err)
	}
	mustBeSound(t, s)
}

func TestArticleComesBackAsItWas(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	e := entry("full", "Größe — “quoted”.", "Second.")
	e.Article = Article{
		ID: "full", Title: "T", Publisher: "P", Author: "A", URL: "https://example.org/x", Lang: "de", Published: "2025-08-16",
		Updated: "2025-08-17T10:00:00Z", Note: "N", BasedOn: "B", Text: e.Article.Text, Hash: "h", Simhash: 1<<63 | 5,
		DuplicateOf: "other", Embedded: true, Added: time.Date(2026, 11, 22, 1, 2, 3, 4, time.UTC),
	}
	e.Passages[1].Heading = "What next"
	mustPut(t, s, e)

	got, err := s.Article(t.Context(), "full")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(e.Article, got); diff != "" {
		t.Error(diff)
	}
	ps, err := s.Passages(t.Context(), "full")
	if err != nil {
		t.Fatal(err)
	}
	want := []Passage{
		{RowID: 1, ID: "full#0", ArticleID: "full", End: e.Passages[0].End, Lead: true, Text: "Größe — “quoted”."},
		{RowID: 2, ID: "full#1", ArticleID: "full", Ordinal: 1, Start: e.Passages[1].Start, End: len(e.Article.Text), Heading: "What next", Text: "Second."},
	}
	if diff := cmp.Diff(want, ps); diff != "" {
		t.Error(diff)
	}
}

func TestUpdateKeepsTimeOfAdditionAndTakesNewRows(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	first := entry("a", "One.")
	first.Article.Added = time.Unix(1000, 0).UTC()
	mustPut(t, s, first)
	mustPut(t, s, entry("a", "Two."))
	a, err := s.Article(t.Context(), "a")
	if err != nil || !a.Added.Equal(first.Article.Added) {
		t.Errorf("added %v, %v; want %v", a.Added, err, first.Article.Added)
	}
	ps, err := s.Passages(t.Context(), "a")
	if err != nil || len(ps) != 1 || ps[0].RowID == 1 {
		t.Errorf("passages %+v, %v; want one with a new row id", ps, err)
	}
}

func TestPutRefusesWhatCannotBeCited(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	cases := map[string]func(*Entry){
		"no id":               func(e *Entry) { e.Article.ID = "" },
		"NUL in the title":    func(e *Entry) { e.Article.Title = "a\x00b" },
		"text not UTF-8":      func(e *Entry) { e.Article.Text = "caf\xe9 au lait. One more." },
		"other text":          func(e *Entry) { e.Passages[0].Text = "Cafe au lait." },
		"beyond the end":      func(e *Entry) { e.Passages[1].End++ },
		"before the start":    func(e *Entry) { e.Passages[0].Start = -1 },
		"empty":               func(e *Entry) { e.Passages[0].End = 0; e.Passages[0].Text = "" },
		"overlapping":         func(e *Entry) { e.Passages[1].Start = 3; e.Passages[1].Text = e.Article.Text[3:e.Passages[1].End] },
		"half a character":    func(e *Entry) { e.Passages[0].End = 4; e.Passages[0].Text = e.Article.Text[:4] },
		"wrong ordinal":       func(e *Entry) { e.Passages[1].Ordinal = 7 },
		"heading not UTF-8":   func(e *Entry) { e.Passages[0].Heading = "\xff" },
		"longer than allowed": func(e *Entry) { e.Article.Text += strings.Repeat("x", maxText) },
	}
	for name, spoil := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bad := entry("bad", "Café au lait.", "One more.")
			spoil(&bad)
			if _, err := s.PutAll(t.Context(), []Entry{entry("good-"+name, "Fine."), bad}); !errors.Is(err, ErrInvalid) {
				t.Errorf("error %v, want ErrInvalid", err)
			}
			if _, err := s.Article(t.Context(), "good-"+name); !errors.Is(err, ErrNotFound) {
				t.Errorf("half of the call was stored: %v", err)
			}
		})
	}
}

func TestPutAllIsCancelledBetweenArticlesOnly(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("before", "It was there."))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.PutAll(ctx, numbered(0, 3)); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want context.Canceled", err)
	}
	if report := mustBeSound(t, s); report.Articles != 1 {
		t.Errorf("%d articles, want the one from before", report.Articles)
	}
}

func TestVersionGrowsWithEveryChangeAndOnlyThen(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	other := openStore(t, s.Path(), Options{})
	step := func(name string, grows bool, change func()) {
		t.Helper()
		before, err := other.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		change()
		after, err := other.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if (after > before) != grows || after < before {
			t.Errorf("%s: version %d, then %d", name, before, after)
		}
	}
	step("add", true, func() { mustPut(t, s, entry("a", "One.")) })
	step("add the same", false, func() { mustPut(t, s, entry("a", "One.")) })
	step("update", true, func() { mustPut(t, s, entry("a", "Two.")) })
	step("fact", false, func() { mustDo(t, s.SetMeta(t.Context(), "k", "v")) })
	step("remove", true, func() { mustDo(t, s.Remove(t.Context(), "a")) })
}

func mustDo(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func TestMeta(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	if _, err := s.Meta(t.Context(), "release"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	for _, want := range []string{"1", "2", ""} {
		mustDo(t, s.SetMeta(t.Context(), "release", want))
		if got, err := s.Meta(t.Context(), "release"); err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}
