package retrieval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

// hybrid is a searcher over a store, by words and by what e makes of them.
func hybrid(st *store.Store, e Embedder) *Searcher {
	return New(st, Options{Embedder: e, Vectors: st})
}

func fillAll(tb testing.TB, st *store.Store, e Embedder) int {
	tb.Helper()
	n, err := Fill(tb.Context(), st, e, FillOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// town is a store of articles that say things in other words than questions.
func town(tb testing.TB) *store.Store {
	tb.Helper()
	st := storetest.New(tb)
	cure := article("cure", "In the valley", "A surgeon healed the youngster.", "Rain fell for days.")
	cure.Article.Publisher, cure.Article.Published = "Valley News", "2025-08-20"
	ferry := article("ferry", "On the coast", "The ferry left the quay at noon.", "Captain Thorsby waved.")
	ferry.Article.Publisher, ferry.Article.Published = "Coast Post", "2025-08-10"
	put(tb, st, cure, ferry, article("fair", "Fair", "The winter fair opened with music.", "Bread was sold."))
	return st
}

func TestParaphraseIsFoundByVectorsOnly(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	fillAll(t, st, e)
	q := Query{Text: "Which physician treated the boy?", Explain: true}
	if hits := search(t, New(st, Options{}), q).Hits; len(hits) != 0 {
		t.Fatalf("words find %v", passageIDs(hits))
	}
	r := search(t, hybrid(st, e), q)
	if len(r.Hits) == 0 || r.Hits[0].Passage.ID != "cure#0" || r.Degraded != nil {
		t.Fatalf("hits %v, degraded %v", passageIDs(r.Hits), r.Degraded)
	}
	h := r.Hits[0]
	if h.Parsed == nil || h.Rank != 1 || h.Article.Title != "In the valley" || len(h.Parsed.Sentences) != 1 {
		t.Errorf("the hit is %+v", h)
	}
	if bm25 := part(t, h, "bm25").Value; bm25 != 0 || h.Score != h.Why.Score || h.Score > 1 {
		t.Errorf("BM25 %v, score %v (%v): no word of the question is there", bm25, h.Score, h.Why.Score)
	}
	fusion := *h.Why.Fusion
	if fusion.Words != 0 || fusion.Meaning != 1 || fusion.Cosine < 0.5 || fusion.Weight != 1./61 {
		t.Errorf("fusion %+v", fusion)
	}
}

// TestFusion: the order is that of the sums, and every score is that of words.
func TestFusion(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	put(t, st, article("ship", "From the north", "A vessel left Norvik.", "The harbour of Norvik is old, and so is its captain.", "A barque beside the wharf was green."))
	fillAll(t, st, e)
	q := Query{Text: "When did the ferry leave the harbour of Norvik?", Explain: true}
	alone, both := search(t, New(st, Options{}), q), search(t, hybrid(st, e), q)
	scores := map[string]float64{}
	for _, h := range alone.Hits {
		scores[h.Passage.ID] = h.Score
		if h.Why.Fusion != nil {
			t.Errorf("%s: a fusion without vectors", h.Passage.ID)
		}
	}
	last := 1.0
	byMeaning := 0
	for _, h := range both.Hits {
		f := h.Why.Fusion
		byMeaning += int(indicator(f.Words == 0))
		want := 0.0
		if f.Words > 0 {
			want += reciprocal(f.Words)
			if h.Score != scores[h.Passage.ID] || alone.Hits[f.Words-1].Passage.ID != h.Passage.ID {
				t.Errorf("%s: score %v at %d, alone %v", h.Passage.ID, h.Score, f.Words, scores[h.Passage.ID])
			}
		}
		if f.Meaning > 0 {
			want += reciprocal(f.Meaning)
		}
		if f.Weight != want || f.Weight > last {
			t.Errorf("%s: %+v, want the weight %v after %v", h.Passage.ID, *f, want, last)
		}
		last = f.Weight
	}
	if byMeaning == 0 || len(both.Hits) != len(alone.Hits)+byMeaning {
		t.Errorf("%d hits of words, %d of vectors alone, %d together", len(alone.Hits), byMeaning, len(both.Hits))
	}
}

func TestFiltersHoldForVectors(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	fillAll(t, st, e)
	s := hybrid(st, e)
	for _, tt := range []struct {
		name  string
		query Query
		want  []string
	}{
		{"none", Query{}, []string{"cure#0", "ferry#0"}},
		{"since", Query{Since: "2025-08-15"}, []string{"cure#0"}},
		{"until", Query{Until: "2025-08-15"}, []string{"ferry#0"}},
		{"publisher", Query{Sources: []string{"coast post"}}, []string{"ferry#0"}},
		{"neither", Query{Since: "2025-08-15", Sources: []string{"ferry"}}, nil},
	} {
		tt.query.Text = "vessel port port surgeon" // words lead to the surgeon only
		r := search(t, s, tt.query)
		if diff := cmp.Diff(tt.want, slices.Concat([]string(nil), passageIDs(r.Hits))); diff != "" || r.Degraded != nil {
			t.Errorf("%s: %v (-want +got):\n%s", tt.name, r.Degraded, diff)
		}
	}
}

// questionsAsked are questions on the embedded corpus.
func questionsAsked() (qs []Query) {
	for _, q := range ranked[:8] {
		qs = append(qs, Query{Text: q.question}, Query{Text: q.question, K: 30, Explain: true, Since: "2025-08"})
	}
	return qs
}

// TestWithoutVectorsNothingChanges: without an Embedder, stored vectors change
// nothing; with one, whatever keeps vectors from being of use leaves the hits of
// words, to the last bit, and says why.
func TestWithoutVectorsNothingChanges(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	if _, err := ingest.SyncEmbedded(t.Context(), st, corpus.FS); err != nil {
		t.Fatal(err)
	}
	plain := New(st, Options{})
	var want []Result
	for _, q := range questionsAsked() {
		want = append(want, search(t, plain, q))
	}
	same := func(t *testing.T, s *Searcher, why error) {
		t.Helper()
		for i, q := range questionsAsked() {
			got := search(t, s, q)
			if !errors.Is(got.Degraded, why) {
				t.Fatalf("%q: degraded by %v, want %v", q.Text, got.Degraded, why)
			}
			got.Degraded = nil
			if diff := cmp.Diff(want[i], got, cmpopts.IgnoreUnexported(Analysis{}, Passage{}, Referent{}, Mention{}), cmpopts.IgnoreFields(Word{}, "ID")); diff != "" {
				t.Fatalf("%q (-words +got):\n%s", q.Text, diff)
			}
		}
	}
	down := errors.New("connection refused")
	e := newConcepts()
	same(t, hybrid(st, e), ErrNoVectors)
	if e.questions > 0 {
		t.Errorf("%d questions were sent for nothing", e.questions)
	}
	fillAll(t, st, e)
	for name, tt := range map[string]struct {
		opts Options
		why  error
	}{
		"no embedder":         {Options{Vectors: st}, nil},
		"no store of vectors": {Options{Embedder: e}, nil},
		"server down":         {Options{Embedder: &concepts{name: e.name, dimension: dimension, fail: down}, Vectors: st}, down},
		"server slow": {
			Options{Embedder: &concepts{name: e.name, hang: true}, Vectors: st, QuestionLimit: time.Microsecond},
			context.DeadlineExceeded,
		},
		"another dimension":   {Options{Embedder: &concepts{name: e.name, dimension: 32}, Vectors: st}, ErrOtherVectors},
		"a vector of nothing": {Options{Embedder: &concepts{name: e.name}, Vectors: st}, ErrOtherVectors},
		"another model":       {Options{Embedder: &concepts{name: "other", dimension: dimension}, Vectors: st}, ErrNoVectors},
		"too many":            {Options{Embedder: e, Vectors: st, VectorBytes: 4 * dimension * 10}, ErrTooManyVectors},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			same(t, New(st, tt.opts), tt.why)
		})
	}
	// With vectors, something does change: else the above would show nothing.
	s, changed := hybrid(st, newConcepts()), 0
	for i, q := range questionsAsked() {
		r := search(t, s, q)
		if r.Degraded != nil {
			t.Fatal(r.Degraded)
		}
		if !slices.Equal(passageIDs(r.Hits), passageIDs(want[i].Hits)) {
			changed++
		}
	}
	if changed == 0 {
		t.Error("vectors change nothing")
	}
}

// TestHalfFilled: what has no vector yet is not pushed down by what has one.
func TestHalfFilled(t *testing.T) {
	t.Parallel()
	st, e := storetest.New(t), newConcepts()
	for i := range 20 {
		put(t, st, article(fmt.Sprintf("old-%02d", i), "Ships", fmt.Sprintf("A ferry number %d left the old port.", i)))
	}
	fillAll(t, st, e)
	put(t, st, article("new", "Ferry Halda", "The ferry Halda left the quay of Norvik at noon."))
	q := Query{Text: "When did the ferry Halda leave Norvik?"}
	if r := search(t, hybrid(st, e), q); r.Hits[0].Article.ID != "new" || r.Degraded != nil {
		t.Errorf("hits %v, degraded %v", passageIDs(r.Hits), r.Degraded)
	}
	fillAll(t, st, e)
	if r := search(t, hybrid(st, e), q); r.Hits[0].Article.ID != "new" {
		t.Errorf("hits with all vectors %v", passageIDs(r.Hits))
	}
}

func TestWhoeverGivesUpGetsNothing(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	fillAll(t, st, e)
	e.hang = true
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	s := New(st, Options{Embedder: e, Vectors: st})
	if _, err := s.Search(ctx, Query{Text: "Which physician treated the boy?"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func TestJoinSaysWhatIsDegraded(t *testing.T) {
	t.Parallel()
	a, b := errors.New("a"), errors.New("b")
	r := Join(0, Result{Degraded: a}, Result{}, Result{Degraded: b})
	if !errors.Is(r.Degraded, a) || !errors.Is(r.Degraded, b) {
		t.Errorf("degraded by %v", r.Degraded)
	}
	if r := Join(0, Result{}, Result{}); r.Degraded != nil {
		t.Errorf("degraded by %v", r.Degraded)
	}
}

func TestRemember(t *testing.T) {
	t.Parallel()
	e := newConcepts()
	shared := Remember(e)
	for range 3 {
		v, err := shared.EmbedQuestion(t.Context(), "Which ship?")
		if diff := cmp.Diff(e.vector("Which ship?"), v); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	if e.questions != 1 {
		t.Errorf("%d questions were sent", e.questions)
	}
	e.fail = errBroken
	for range 2 {
		if _, err := shared.EmbedQuestion(t.Context(), "Which port?"); !errors.Is(err, errBroken) {
			t.Errorf("error %v", err)
		}
	}
	if e.questions != 3 {
		t.Errorf("failures are remembered: %d questions were sent", e.questions)
	}
}

func TestManySearchAtOnce(t *testing.T) {
	t.Parallel()
	st, e := town(t), newConcepts()
	s := New(st, Options{Embedder: Remember(e), Vectors: st})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for k := range 5 {
				switch {
				case i == 0:
					put(t, st, article(fmt.Sprint("new-", k), "New", fmt.Sprintf("Ship %d came.", k)))
				case i == 1:
					if _, err := Fill(t.Context(), st, e, FillOptions{}); err != nil {
						t.Error(err)
					}
				default:
					if _, err := s.Search(t.Context(), Query{Text: fmt.Sprint("Which vessel came ", k)}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	group.Wait()
	fillAll(t, st, e)
	if r := search(t, s, Query{Text: "Which physician treated the boy?"}); r.Degraded != nil || r.Hits[0].Passage.ID != "cure#0" {
		t.Errorf("hits %v, %v", passageIDs(r.Hits), r.Degraded)
	}
}
