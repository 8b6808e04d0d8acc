package store

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vector makes a vector of four numbers of a passage.
func vector(passage int64, first float32) Vector {
	return Vector{Passage: passage, Values: []float32{first, 0.5, -0.25, 3e-38}}
}

// rowIDs are the row ids of all passages, by article and ordinal.
func rowIDs(tb testing.TB, s *Store) map[string]int64 {
	tb.Helper()
	ids := make(map[string]int64)
	hits, err := s.WithoutVector(tb.Context(), "no model", 0, 1000)
	mustDo(tb, err)
	for _, h := range hits {
		ids[h.Passage.ID] = h.Passage.RowID
	}
	return ids
}

// putAllVectors gives every passage a vector that begins with its row id.
func putAllVectors(tb testing.TB, s *Store, model string) {
	tb.Helper()
	lacking, err := s.WithoutVector(tb.Context(), model, 0, 1000)
	mustDo(tb, err)
	var vectors []Vector
	for _, h := range lacking {
		vectors = append(vectors, vector(h.Passage.RowID, float32(h.Passage.RowID)))
	}
	n, err := s.PutVectors(tb.Context(), model, vectors)
	if err != nil || n != len(vectors) {
		tb.Fatalf("stored %d of %d vectors: %v", n, len(vectors), err)
	}
}

func vectorsOf(tb testing.TB, s *Store, model string, after int64) []Vector {
	tb.Helper()
	var list []Vector
	mustDo(tb, s.EachVector(tb.Context(), model, after, func(v Vector) error { list = append(list, v); return nil }))
	return list
}

func TestVectorsAreReadAsTheyWereStored(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("a", "One.", "Two."), entry("b", "Three."))
	ids := rowIDs(t, s)
	version, err := s.Version(t.Context())
	mustDo(t, err)
	put := []Vector{vector(ids["b#0"], math.MaxFloat32), vector(ids["a#0"], -math.SmallestNonzeroFloat32)}
	n, err := s.PutVectors(t.Context(), "m", put)
	if n != 2 || err != nil {
		t.Fatalf("stored %d, %v", n, err)
	}
	got := vectorsOf(t, s, "m", 0)
	put[0].Num, put[1].Num = got[0].Num, got[1].Num
	if diff := cmp.Diff(put, got); diff != "" || got[0].Num >= got[1].Num {
		t.Errorf("numbers %d and %d (-want +got):\n%s", got[0].Num, got[1].Num, diff)
	}
	if got := vectorsOf(t, s, "m", got[0].Num); len(got) != 1 || got[0].Passage != ids["a#0"] {
		t.Errorf("after the first: %v", got)
	}
	if got := vectorsOf(t, s, "other", 0); len(got) != 0 {
		t.Errorf("of another model: %v", got)
	}
	lacking, err := s.WithoutVector(t.Context(), "m", 0, 10)
	if err != nil || len(lacking) != 1 || lacking[0].Passage.ID != "a#1" || lacking[0].Passage.Text != "Two." || lacking[0].Article.Title != "a" {
		t.Errorf("without a vector: %+v, %v", lacking, err)
	}
	if after, err := s.Version(t.Context()); after != version || err != nil {
		t.Errorf("version %d, was %d (%v)", after, version, err)
	}
	mustBeSound(t, s)
}

// TestVectorsComeAndGoWithPassages: what changed or was removed has none, what did
// not change keeps its own.
func TestVectorsComeAndGoWithPassages(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	same, changed, removed := entry("same", "One."), entry("changed", "Two.", "Three."), entry("removed", "Four.")
	mustPut(t, s, same, changed, removed)
	putAllVectors(t, s, "m")
	before := vectorsOf(t, s, "m", 0)
	mustPut(t, s, same, entry("changed", "Two.", "Five."))
	mustDo(t, s.Remove(t.Context(), "removed"))
	if diff := cmp.Diff(before[:1], vectorsOf(t, s, "m", 0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	lacking, err := s.WithoutVector(t.Context(), "m", 0, 10)
	if err != nil || len(lacking) != 2 || lacking[1].Passage.Text != "Five." {
		t.Errorf("without a vector: %+v, %v", lacking, err)
	}
	// Who asked for vectors before the change stores nothing for what is gone.
	n, err := s.PutVectors(t.Context(), "m", []Vector{vector(before[3].Passage, 1), vector(lacking[0].Passage.RowID, 1)})
	if n != 1 || err != nil {
		t.Errorf("stored %d, %v", n, err)
	}
	mustBeSound(t, s)
}

func TestTheFirstVectorStays(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("a", "One."))
	putAllVectors(t, s, "m")
	want := vectorsOf(t, s, "m", 0)
	n, err := s.PutVectors(t.Context(), "m", []Vector{vector(want[0].Passage, 7)})
	if diff := cmp.Diff(want, vectorsOf(t, s, "m", 0)); n != 0 || err != nil || diff != "" {
		t.Errorf("stored %d, %v: %s", n, err, diff)
	}
}

func TestWrongVectorsAreRefused(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, entry("a", "One.", "Two."))
	ids := rowIDs(t, s)
	mustDo(t, func() error {
		_, err := s.PutVectors(t.Context(), "m", []Vector{vector(ids["a#0"], 1)})
		return err
	}())
	good, nan, inf := vector(ids["a#1"], 1), float32(math.NaN()), float32(math.Inf(-1))
	for name, c := range map[string]struct {
		model   string
		vectors []Vector
		want    error
	}{
		"no model":                   {"", []Vector{good}, ErrInvalidRecord},
		"a name too long":            {strings.Repeat("m", maxName+1), []Vector{good}, ErrInvalidRecord},
		"a name with a NUL":          {"m\x00", []Vector{good}, ErrInvalidRecord},
		"no numbers":                 {"m", []Vector{{Passage: ids["a#1"]}}, ErrInvalidRecord},
		"too many numbers":           {"m", []Vector{{Passage: ids["a#1"], Values: make([]float32, MaxDimension+1)}}, ErrInvalidRecord},
		"no number":                  {"m", []Vector{good, vector(ids["a#1"], nan)}, ErrInvalidRecord},
		"infinite":                   {"m", []Vector{good, vector(ids["a#1"], inf)}, ErrInvalidRecord},
		"another dimension":          {"m", []Vector{good, {Passage: ids["a#1"], Values: []float32{1, 2}}}, ErrDimension},
		"dimensions that differ":     {"new", []Vector{good, {Passage: ids["a#0"], Values: []float32{1, 2}}}, ErrDimension},
		"of another than the stored": {"m", []Vector{{Passage: ids["a#1"], Values: []float32{1}}}, ErrDimension},
	} {
		if n, err := s.PutVectors(t.Context(), c.model, c.vectors); n != 0 || !errors.Is(err, c.want) {
			t.Errorf("%s: stored %d, %v, want %v", name, n, err, c.want)
		}
	}
	stats, err := s.VectorStats(t.Context())
	if diff := cmp.Diff([]ModelVectors{{"m", 4, 1, 16}}, stats); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestVectorsByModel(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 3)...)
	putAllVectors(t, s, "a")
	putAllVectors(t, s, "b")
	_, err := s.PutVectors(t.Context(), "c", []Vector{{Passage: 1, Values: []float32{1, 2}}})
	mustDo(t, err)
	stats, err := s.VectorStats(t.Context())
	if diff := cmp.Diff([]ModelVectors{{"a", 4, 6, 96}, {"b", 4, 6, 96}, {"c", 2, 1, 8}}, stats); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if n, err := s.KeepVectors(t.Context(), "b"); n != 7 || err != nil {
		t.Errorf("dropped %d, %v", n, err)
	}
	if a, b := len(vectorsOf(t, s, "a", 0)), len(vectorsOf(t, s, "b", 0)); a != 0 || b != 6 {
		t.Errorf("%d of a, %d of b", a, b)
	}
	if n, err := s.KeepVectors(t.Context(), ""); n != 6 || err != nil {
		t.Errorf("dropped %d, %v", n, err)
	}
}

func TestPassagesWithVectorByFilter(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for i, day := range []string{"2025-08-01", "2025-08-15", ""} {
		e := entry(fmt.Sprint("article-", i), "One.", "Two.")
		e.Article.Published, e.Article.Publisher = day, fmt.Sprint("Paper ", i)
		mustPut(t, s, e)
	}
	putAllVectors(t, s, "m")
	mustPut(t, s, entry("later", "Without."))
	ids := rowIDs(t, s)
	for name, c := range map[string]struct {
		filter Filter
		want   []string
	}{
		"all":       {Filter{}, []string{"article-0#0", "article-0#1", "article-1#0", "article-1#1", "article-2#0", "article-2#1"}},
		"since":     {Filter{Since: "2025-08-10"}, []string{"article-1#0", "article-1#1"}},
		"publisher": {Filter{Sources: []string{"paper 2"}}, []string{"article-2#0", "article-2#1"}},
		"neither":   {Filter{Since: "2025-08-10", Sources: []string{"article-0"}}, nil},
	} {
		var want []int64
		for _, id := range c.want {
			want = append(want, ids[id])
		}
		got, err := s.WithVector(t.Context(), "m", c.filter)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
	hits, err := s.PassagesByRowID(t.Context(), []int64{ids["later#0"], 999, ids["article-1#1"]})
	if err != nil || len(hits) != 2 || hits[0].Passage.ID != "article-1#1" || hits[1].Passage.Text != "Without." || hits[0].Article.Publisher != "Paper 1" {
		t.Errorf("by row id: %+v, %v", hits, err)
	}
}

// TestDamagedVectorsAreRefusedAndRemoved: a flipped bit in a vector costs the
// vector, and neither the articles nor a wrong answer.
func TestDamagedVectorsAreRefusedAndRemoved(t *testing.T) {
	t.Parallel()
	for name, statement := range map[string]string{ //nolint:gosec // no credentials
		"a flipped bit":         "UPDATE vectors SET vector = CAST(x'0000803F' || substr(vector, 5) AS BLOB) WHERE num = 3",
		"another passage":       "DELETE FROM vectors WHERE passage = 1; UPDATE vectors SET passage = 1 WHERE num = 3",
		"a passage that is not": "PRAGMA foreign_keys = 0; UPDATE vectors SET passage = 999 WHERE num = 3",
		"another model":         "UPDATE vectors SET model = 'other' WHERE num = 3",
		"cut off":               "PRAGMA ignore_check_constraints = 1; UPDATE vectors SET vector = substr(vector, 1, 15) WHERE num = 3",
		"shortened":             "UPDATE vectors SET vector = substr(vector, 1, 8), dimension = 2 WHERE num = 3",
		"not a number":          "UPDATE vectors SET vector = CAST(x'0000C07F' || substr(vector, 5) AS BLOB) WHERE num = 3",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStore(t)
			mustPut(t, s, numbered(0, 4)...)
			putAllVectors(t, s, "m")
			meddle(t, s.Path(), statement)
			model := "m"
			if name == "another model" {
				model = "other"
			}
			if err := s.EachVector(t.Context(), model, 0, func(Vector) error { return nil }); !errors.Is(err, ErrVector) {
				t.Errorf("read: %v, want ErrVector", err)
			}
			readOnly := openStore(t, s.Path(), Options{ReadOnly: true})
			report, err := readOnly.Check(t.Context())
			if err != nil || len(report.Skipped) != 2 {
				t.Errorf("check without writing: %+v, %v", report, err)
			}
			report, err = s.Check(t.Context())
			if err != nil || len(report.Repaired) != 1 || !strings.Contains(report.Repaired[0], "1 vectors were damaged") {
				t.Errorf("check: %+v, %v", report, err)
			}
			mustBeSound(t, s)
			putAllVectors(t, s, "m")
			if got := vectorsOf(t, s, "m", 0); len(got) != 8 {
				t.Errorf("%d vectors after filling again", len(got))
			}
		})
	}
}

func TestRemovedVectorIsGoneFromTheFile(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 20)...)
	mustPut(t, s, entry("secret", "One."))
	mark := Vector{Passage: rowIDs(t, s)["secret#0"], Values: []float32{1.2345678e-7, 8.7654321e12, 3.1415927e5, -4.4444444e-19}}
	_, err := s.PutVectors(t.Context(), "m", []Vector{mark})
	mustDo(t, err)
	putAllVectors(t, s, "m")
	holds := func() bool {
		return bytes.Contains(append(readFile(t, s.Path()), readFile(t, s.Path()+"-wal")...), encodeVector(mark.Values))
	}
	if !holds() {
		t.Fatal("the vector is not in the files")
	}
	mustDo(t, s.Remove(t.Context(), "secret"))
	if holds() {
		t.Error("the vector is still in the files")
	}
}

func TestVectorsLeaveRoomForArticles(t *testing.T) {
	t.Parallel()
	s := openStore(t, filepath.Join(t.TempDir(), "small.db"), Options{MaxBytes: 1 << 20})
	mustPut(t, s, numbered(0, 100)...)
	big := func(passage int64) []Vector { return []Vector{{Passage: passage, Values: make([]float32, 4096)}} }
	var err error
	stored := 0
	for ; err == nil && stored < 200; stored++ {
		_, err = s.PutVectors(t.Context(), "m", big(int64(stored+1)))
	}
	if !errors.Is(err, ErrFull) || stored < 5 {
		t.Fatalf("after %d vectors: %v, want ErrFull", stored, err)
	}
	mustPut(t, s, numbered(100, 50)...)
	if _, err := s.KeepVectors(t.Context(), "other"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutVectors(t.Context(), "other", big(1)); err != nil {
		t.Errorf("after the vectors were deleted: %v", err)
	}
	mustBeSound(t, s)
}

func TestVectorsOfAReadOnlyStore(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 2)...)
	putAllVectors(t, s, "m")
	ro := openStore(t, s.Path(), Options{ReadOnly: true})
	if got := vectorsOf(t, ro, "m", 0); len(got) != 4 {
		t.Errorf("%d vectors", len(got))
	}
	if _, err := ro.PutVectors(t.Context(), "n", []Vector{vector(1, 1)}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("write: %v, want ErrReadOnly", err)
	}
}

// TestVectorQueriesUseIndexes: with thousands of vectors, a question must not read
// them all to learn that nothing is new.
func TestVectorQueriesUseIndexes(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for query, want := range map[string]string{ //nolint:gosec // no credentials
		newerVectors:                            "USING INDEX vectors_by_model (model=? AND rowid>?)",
		haveVector + " ORDER BY v.passage":      "USING COVERING INDEX",
		"DELETE FROM vectors WHERE passage = 7": "USING INDEX sqlite_autoindex_vectors_1 (passage=?)",
	} {
		var plan []string
		mustDo(t, eachRow(t.Context(), s.reader, "EXPLAIN QUERY PLAN "+query, []any{"m", 7}[:strings.Count(query, "?")], func(r row) error {
			var id, parent, unused int
			var line string
			err := r.Scan(&id, &parent, &unused, &line)
			plan = append(plan, line)
			return err
		}))
		if all := strings.Join(plan, "; "); !strings.Contains(all, want) || strings.Contains(all, "TEMP B-TREE") {
			t.Errorf("%s: %s", query, all)
		}
	}
}
