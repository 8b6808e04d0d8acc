package retrieval

import (
	"context"
	"errors"
	"testing"

	"sherpa/store"
)

// TestOneSearcherSeesChanges: new, changed and removed articles, and vectors that
// come later, count at the next search.
func TestOneSearcherSeesChanges(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	s := hybrid(st, e)
	first := func(want string) {
		t.Helper()
		r := search(t, s, Query{Text: "Which physician treated the boy?"})
		got := ""
		if len(r.Hits) > 0 {
			got = r.Hits[0].Passage.ID
		}
		if got != want {
			t.Errorf("first is %q, want %q (%v)", got, want, r.Degraded)
		}
	}
	first("")
	fillAll(t, st, e)
	first("cure#0")
	put(t, st, article("cure", "In the valley", "A tree fell.", "Later a surgeon healed the youngster."))
	first("")
	fillAll(t, st, e)
	first("cure#1")
	put(t, st, article("other", "Elsewhere", "The doctor can cure a child."))
	fillAll(t, st, e)
	first("other#0")
	if err := st.Remove(t.Context(), "other"); err != nil {
		t.Fatal(err)
	}
	first("cure#1")
	// Another model bears the name now, which shows with the next article.
	e.dimension = 512
	put(t, st, article("one more", "More", "Snow fell."))
	fillAll(t, st, e)
	first("cure#1")
}

// TestMemoryIsBounded: over the limit vectors are left alone, until there are
// fewer.
func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	fillAll(t, st, e)
	s := New(st, Options{Embedder: e, Vectors: st, VectorBytes: 4 * dimension * 5})
	degraded := func() error { return search(t, s, Query{Text: "physician"}).Degraded }
	for range 2 {
		if err := degraded(); !errors.Is(err, ErrTooManyVectors) {
			t.Errorf("with 6 vectors: %v", err)
		}
	}
	if err := st.Remove(t.Context(), "fair"); err != nil {
		t.Fatal(err)
	}
	if err := degraded(); err != nil {
		t.Errorf("with 4 vectors: %v", err)
	}
	put(t, st, article("more", "More", "One.", "Two."))
	fillAll(t, st, e)
	if err := degraded(); !errors.Is(err, ErrTooManyVectors) {
		t.Errorf("with 6 vectors again: %v", err)
	}
}

// broken reads some vectors and then fails.
type broken struct {
	*store.Store
	left int
}

var errBroken = errors.New("broken")

func (b *broken) EachVector(ctx context.Context, model string, after int64, visit func(store.Vector) error) error {
	left := b.left
	return b.Store.EachVector(ctx, model, after, func(v store.Vector) error {
		if left--; left < 0 {
			return errBroken
		}
		return visit(v)
	})
}

// TestReadingGoesOn: vectors that were read before a failure are not read again.
func TestReadingGoesOn(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	fillAll(t, st, e)
	s := New(st, Options{Embedder: e, Vectors: &broken{st, 2}})
	for i, want := range []error{errBroken, errBroken, nil} {
		if r := search(t, s, Query{Text: "Which physician treated the boy?"}); !errors.Is(r.Degraded, want) {
			t.Errorf("search %d: %v, want %v", i, r.Degraded, want)
		}
	}
}
