package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// newRandom is a source whose seed a failing test shows.
func newRandom(t *testing.T) *rand.Rand {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // only spreads the places
}

// TestTornLog cuts, overwrites or flips the end of the write-ahead log, as a
// power cut may. What is left must be the first so many commits.
func TestTornLog(t *testing.T) {
	t.Parallel()
	random := newRandom(t)
	s := newStore(t)
	for _, e := range numbered(0, 20) {
		mustPut(t, s, e)
	}
	file := readFile(t, s.Path())
	log := readFile(t, s.Path()+"-wal")
	shorter := 0
	for range 60 {
		torn, at := slices.Clone(log), random.IntN(len(log))
		switch random.IntN(3) {
		case 0:
			torn = torn[:at]
		case 1:
			for i := at; i < len(torn); i++ {
				torn[i] = byte(random.IntN(256)) //nolint:gosec // it fits
			}
		default:
			torn[at] ^= 1 << random.IntN(8)
		}
		path := filepath.Join(t.TempDir(), "torn.db")
		writeFile(t, path, file)
		writeFile(t, path+"-wal", torn)
		if n := prefixLength(t, path); n < 20 {
			shorter++
		}
	}
	if shorter == 0 {
		t.Error("no log was torn")
	}
}

// prefixLength opens a store of numbered articles and makes sure that it holds
// the first of them.
func prefixLength(t *testing.T, path string) int {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	mustDo(t, err)
	mustBeSound(t, s)
	list, err := s.Articles(t.Context())
	mustDo(t, err)
	for i, info := range list {
		if want := fmt.Sprintf("article-%04d", i); info.ID != want || info.Passages != 2 {
			t.Errorf("article %d is %s with %d passages", i, info.ID, info.Passages)
		}
	}
	mustDo(t, s.Close())
	return len(list)
}

// contents is everything that a reader can see.
type contents struct {
	Articles []Article
	Passages [][]Passage
	Words    []WordCount
	Found    []string
}

func contentsOf(t *testing.T, s *Store) contents {
	t.Helper()
	var c contents
	mustDo(t, s.EachArticle(t.Context(), func(a Article) error {
		c.Articles = append(c.Articles, a)
		ps, err := s.Passages(t.Context(), a.ID)
		c.Passages = append(c.Passages, ps)
		return err
	}))
	var err error
	c.Words, err = s.Words(t.Context())
	mustDo(t, err)
	c.Found = find(t, s, anyOf(term("delegation"), term("minister"), term("会谈")))
	return c
}

// TestFlippedBytes overwrites bytes anywhere in the file. Either the damage is
// found, and the file left as it is, or what is served is what was stored.
func TestFlippedBytes(t *testing.T) {
	t.Parallel()
	random := newRandom(t)
	s := newStore(t)
	mustPut(t, s, numbered(0, 40)...)
	mustPut(t, s, entry("cjk", "普京和特朗普在北京会谈。"))
	want := contentsOf(t, s)
	good := filepath.Join(t.TempDir(), "good.db")
	mustDo(t, s.Backup(t.Context(), good))
	file := readFile(t, good)
	found := 0
	for range 60 {
		flipped := slices.Clone(file)
		for range 1 + random.IntN(16) {
			flipped[random.IntN(len(flipped))] ^= byte(1 + random.IntN(255)) //nolint:gosec // it fits
		}
		if damageFound(t, flipped, want) {
			found++
		}
	}
	t.Logf("%d of 60 refused, the others served or repaired", found)
	if found == 0 {
		t.Error("no damage was found")
	}
}

func damageFound(t *testing.T, file []byte, want contents) bool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "flipped.db")
	writeFile(t, path, file)
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return true
	}
	defer func() { _ = s.Close() }() // it may not be able to
	if _, err := s.Check(t.Context()); err != nil {
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("error %v, want ErrDamaged", err)
		}
		return true
	}
	if diff := cmp.Diff(want, contentsOf(t, s)); diff != "" {
		t.Errorf("damage was served: %s", diff)
	}
	return false
}

func TestDamagedArticlesAreFoundAndLeftAlone(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"a letter of the text":    "UPDATE articles SET text = CAST(replace(CAST(text AS TEXT), 'wheat', 'sheat') AS BLOB) WHERE num = 2",
		"a letter of the title":   "UPDATE articles SET title = 'Article-0001' WHERE num = 2",
		"a date":                  "UPDATE articles SET published = '2025-01-01' WHERE num = 2",
		"a passage moved":         "UPDATE passages SET start = start + 1 WHERE id = 3",
		"a passage beyond":        "UPDATE passages SET end = 9999 WHERE id = 4",
		"a passage gone":          "DELETE FROM passages WHERE id = 4",
		"an article gone":         "PRAGMA foreign_keys = 0; DELETE FROM articles WHERE num = 2",
		"a lead that is none now": "UPDATE passages SET lead = 0 WHERE id = 3",
		"a trigger gone":          "",
		"an index's table gone":   "DROP TABLE passage_index_data",
		"an index's settings":     "DELETE FROM passage_index_config",
	}
	for name, statement := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "test.db")
			s := openStore(t, path, Options{})
			mustPut(t, s, numbered(0, 3)...)
			mustDo(t, s.Close())
			meddle(t, path, unguarded(t, path, statement)...)
			before := hashOf(path)
			s = openStore(t, path, Options{})
			report, err := s.Check(t.Context())
			if !errors.Is(err, ErrDamaged) || len(report.Problems) == 0 || len(report.Repaired) != 0 {
				t.Errorf("report %+v, error %v", report, err)
			}
			mustDo(t, s.Close())
			if hashOf(path) != before {
				t.Error("the file was changed")
			}
		})
	}
}

// unguarded puts a statement between others that take the triggers away and
// bring them back; without a statement, one stays away.
func unguarded(t *testing.T, path, statement string) []string {
	t.Helper()
	if statement == "" {
		return []string{"DROP TRIGGER articles_fixed"}
	}
	s := openStore(t, path, Options{})
	var drop, create []string
	mustDo(t, s.each(t.Context(), "read the triggers", "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", nil, func(r row) error {
		var name, sql string
		err := r.Scan(&name, &sql)
		drop, create = append(drop, "DROP TRIGGER "+name), append(create, sql)
		return err
	}))
	mustDo(t, s.Close())
	return slices.Concat(drop, []string{statement}, create)
}

func TestDamagedIndexesAreMadeAgain(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"rows of the index gone":     "DELETE FROM passage_index_data WHERE id > 1000",
		"all of the index gone":      "DELETE FROM passage_index_data",
		"terms not found":            "DELETE FROM passage_index_idx WHERE term > 'm'",
		"sizes gone":                 "DELETE FROM passage_index_docsize WHERE id = 3",
		"sizes wrong":                "UPDATE passage_index_docsize SET sz = x'010101' WHERE id = 3",
		"a block overwritten":        "UPDATE passage_index_data SET block = zeroblob(length(block)) WHERE id > 1000",
		"a passage not indexed":      "INSERT INTO passage_index (passage_index, rowid, title, lead, body) SELECT 'delete', * FROM indexed WHERE id = 3",
		"a passage indexed twice":    "INSERT INTO passage_index (rowid, title, lead, body) SELECT 999, title, lead, body FROM indexed WHERE id = 3",
		"trigrams gone":              "DELETE FROM unspaced_index_data WHERE id > 1000",
		"index emptied":              "INSERT INTO passage_index (passage_index) VALUES ('delete-all')",
		"counts of words wrong":      "UPDATE words SET passages = passages + 1 WHERE norm = 'wheat'",
		"words gone":                 "DELETE FROM words",
		"a word that is not there":   "INSERT INTO words VALUES ('zzz', 1, 0)",
		"capitals wrong, words zero": "UPDATE words SET capitals = 0, passages = 0",
	}
	whole := newStore(t)
	mustPut(t, whole, numbered(0, 300)...)
	mustPut(t, whole, entry("cjk", "普京和特朗普在北京会谈。"))
	want := contentsOf(t, whole)
	file := filepath.Join(t.TempDir(), "whole.db")
	mustDo(t, whole.Backup(t.Context(), file))
	for name, statement := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "test.db")
			writeFile(t, path, readFile(t, file))
			meddle(t, path, statement)
			s := openStore(t, path, Options{})
			report, err := s.Check(t.Context())
			if err != nil || len(report.Repaired) != 1 || len(report.Problems) != 0 {
				t.Errorf("report %+v, error %v", report, err)
			}
			if diff := cmp.Diff(want, contentsOf(t, s)); diff != "" {
				t.Error(diff)
			}
			mustBeSound(t, s)
			mustDo(t, s.Remove(t.Context(), "article-0002"))
			mustBeSound(t, s)
		})
	}
}

func TestShortenedFile(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 200)...)
	good := filepath.Join(t.TempDir(), "good.db")
	mustDo(t, s.Backup(t.Context(), good))
	file := readFile(t, good)
	for _, size := range []int{1, 99, 100, 4095, 4096, 5000, len(file) / 2, len(file) - 4096, len(file) - 1} {
		path := filepath.Join(t.TempDir(), "short.db")
		writeFile(t, path, file[:size])
		s, err := Open(t.Context(), path, Options{})
		var report CheckReport
		if err == nil {
			report, err = s.Check(t.Context())
			err = errors.Join(err, s.Close())
		}
		// The last byte may be an index's, which is made again.
		repaired := err == nil && len(report.Repaired) > 0
		if !repaired && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotAStore) {
			t.Errorf("%d of %d bytes: error %v", size, len(file), err)
		}
	}
}
