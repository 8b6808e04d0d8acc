package retrieval

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/store"
	"sherpa/store/storetest"
)

// many is a store of articles of one passage each.
func many(tb testing.TB, n int) *store.Store {
	tb.Helper()
	st := storetest.New(tb)
	var entries []store.Entry
	for i := range n {
		entries = append(entries, article(fmt.Sprintf("a-%03d", i), "Title", fmt.Sprintf("Ship number %d came.", i)))
	}
	put(tb, st, entries...)
	return st
}

// counts are the numbers of vectors by model.
func counts(tb testing.TB, st *store.Store) map[string]int {
	tb.Helper()
	stats, err := st.VectorStats(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	by := map[string]int{}
	for _, m := range stats {
		by[m.Model] = m.Vectors
	}
	return by
}

func TestFill(t *testing.T) {
	t.Parallel()
	st, e := many(t, 70), newConcepts()
	var told [][2]int
	n, err := Fill(t.Context(), st, e, FillOptions{Progress: func(taken, lacking int) { told = append(told, [2]int{taken, lacking}) }})
	if n != 70 || err != nil {
		t.Errorf("filled %d, %v", n, err)
	}
	if diff := cmp.Diff([][2]int{{32, 70}, {64, 70}, {70, 70}}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	e.batches = nil
	if n, err := Fill(t.Context(), st, e, FillOptions{}); n != 0 || err != nil || len(e.batches) > 0 {
		t.Errorf("filled %d again in %v, %v", n, e.batches, err)
	}
	// One changed article, one new one: two vectors.
	put(t, st, article("a-003", "Title", "Another text."), article("new", "Title", "More text."))
	if n, err := Fill(t.Context(), st, e, FillOptions{}); n != 2 || err != nil || !slices.Equal(e.batches, []int{2}) {
		t.Errorf("filled %d in %v, %v", n, e.batches, err)
	}
}

// TestFillReadsPassagesUnderTheirHeadings: a vector is made of all that is above a
// passage too.
func TestFillReadsPassagesUnderTheirHeadings(t *testing.T) {
	t.Parallel()
	for want, h := range map[string]store.Hit{
		"Title\nHeading\nText.": {Article: store.Article{Title: "Title"}, Passage: store.Passage{Heading: "Heading", Text: "Text."}},
		"Title\nText.":          {Article: store.Article{Title: "Title"}, Passage: store.Passage{Text: "Text."}},
		"Text.":                 {Passage: store.Passage{Text: "Text."}},
	} {
		if got := embeddedText(&h); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFillABit(t *testing.T) {
	t.Parallel()
	st, e := many(t, 70), newConcepts()
	for i, want := range []int{40, 30, 0} {
		if n, err := Fill(t.Context(), st, e, FillOptions{Most: 40}); n != want || err != nil {
			t.Errorf("run %d filled %d, %v; want %d", i, n, err, want)
		}
	}
}

// TestFillIsInterrupted: what was done before an error or a cancellation stays, and
// the next run goes on from there.
func TestFillIsInterrupted(t *testing.T) {
	t.Parallel()
	st, e := many(t, 70), newConcepts()
	ctx, cancel := context.WithCancel(t.Context())
	n, err := Fill(ctx, st, e, FillOptions{Progress: func(int, int) { cancel() }})
	if n != 32 || !errors.Is(err, context.Canceled) {
		t.Errorf("filled %d, %v", n, err)
	}
	n, err = Fill(t.Context(), st, e, FillOptions{Progress: func(int, int) { e.set(func(c *concepts) { c.fail = errBroken }) }})
	if n != 32 || !errors.Is(err, errBroken) {
		t.Errorf("filled %d, %v", n, err)
	}
	e.fail = nil
	if n := fillAll(t, st, e); n != 6 {
		t.Errorf("filled %d", n)
	}
}

// TestFillPassesOverRefusedTexts: one text that a model does not take keeps no
// other from its vector, and a model that takes none is left alone.
func TestFillPassesOverRefusedTexts(t *testing.T) {
	t.Parallel()
	st, e := many(t, 70), newConcepts()
	e.refuse = "number 40 "
	if n := fillAll(t, st, e); n != 69 || len(e.batches) > 20 {
		t.Errorf("filled %d with %d requests", n, len(e.batches))
	}
	e.batches, e.refuse = nil, ""
	if n := fillAll(t, st, e); n != 1 || !slices.Equal(e.batches, []int{1}) {
		t.Errorf("filled %d in %v", n, e.batches)
	}
	all := &concepts{name: "picky", dimension: 8, refuse: "Ship"}
	if n, err := Fill(t.Context(), st, all, FillOptions{}); n != 0 || !errors.Is(err, ErrTexts) || len(all.batches) > 30 {
		t.Errorf("filled %d with %d requests, %v", n, len(all.batches), err)
	}
}

// TestFillByAnotherModel: vectors of a model that is not used any more go when the
// new ones are there, and not before.
func TestFillByAnotherModel(t *testing.T) {
	t.Parallel()
	st, e, next := many(t, 40), newConcepts(), &concepts{name: "next", dimension: 8}
	fillAll(t, st, e)
	if _, err := Fill(t.Context(), st, next, FillOptions{Most: 10}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]int{"concepts": 40, "next": 10}, counts(t, st)); diff != "" {
		t.Errorf("half-way (-want +got):\n%s", diff)
	}
	fillAll(t, st, next)
	if diff := cmp.Diff(map[string]int{"next": 40}, counts(t, st)); diff != "" {
		t.Errorf("in the end (-want +got):\n%s", diff)
	}
}

// TestFillAfterAnotherDimension: where a model makes other vectors under its name,
// all are made anew.
func TestFillAfterAnotherDimension(t *testing.T) {
	t.Parallel()
	st, e := many(t, 70), newConcepts()
	if _, err := Fill(t.Context(), st, e, FillOptions{Most: 50}); err != nil {
		t.Fatal(err)
	}
	e.dimension = 16
	if n := fillAll(t, st, e); n < 70 {
		t.Errorf("filled %d", n)
	}
	stats, err := st.VectorStats(t.Context())
	if diff := cmp.Diff([]store.ModelVectors{{Model: "concepts", Dimension: 16, Vectors: 70, Bytes: 70 * 64}}, stats); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestFillAFullStore: vectors end where articles need the room, and those of
// another model make room first.
func TestFillAFullStore(t *testing.T) {
	t.Parallel()
	st := storetest.Open(t, filepath.Join(t.TempDir(), "small.db"), store.Options{MaxBytes: 2 << 20})
	for i := range 100 {
		put(t, st, article(fmt.Sprintf("a-%03d", i), "Title", fmt.Sprintf("Ship number %d came.", i)))
	}
	e := newConcepts()
	e.dimension = 2048
	n, err := Fill(t.Context(), st, e, FillOptions{})
	if n == 0 || n == 100 || !errors.Is(err, store.ErrFull) {
		t.Fatalf("filled %d, %v", n, err)
	}
	put(t, st, article("later", "Title", strings.Repeat("There is room. ", 1000)))
	next := &concepts{name: "next", dimension: 2048}
	if n, err := Fill(t.Context(), st, next, FillOptions{}); n == 0 || !errors.Is(err, store.ErrFull) {
		t.Errorf("filled %d by another model, %v", n, err)
	}
	if got := counts(t, st); got["concepts"] != 0 || got["next"] == 0 {
		t.Errorf("vectors: %v", got)
	}
}

// short is an Embedder that forgets one text.
type short struct{ *concepts }

func (s short) Embed(ctx context.Context, passages []string) ([][]float32, error) {
	return s.concepts.Embed(ctx, passages[1:])
}

func TestFillHoldsTheEmbedderToItsWord(t *testing.T) {
	t.Parallel()
	st := many(t, 3)
	if n, err := Fill(t.Context(), st, short{newConcepts()}, FillOptions{}); n != 0 || err == nil {
		t.Errorf("filled %d, %v", n, err)
	}
}
