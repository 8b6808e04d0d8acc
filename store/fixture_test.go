package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"
	"go.uber.org/goleak"
)

// rounds is how often something is done that is to be done many times: few times,
// unless all that is promised is to be tested.
func rounds(few, all int) int {
	if os.Getenv("SHERPA_FULL") != "" {
		return all
	}
	return few
}

func TestMain(m *testing.M) {
	if job := os.Getenv("STORE_TEST_CHILD"); job != "" {
		os.Exit(child(job))
	}
	goleak.VerifyTestMain(m)
}

// needFTS5 skips a test in a build without the tag, except in CI, where such a
// build would mean that nothing was tested.
func needFTS5(tb testing.TB) {
	tb.Helper()
	err := selfTest()
	if errors.Is(err, ErrNoFTS5) && os.Getenv("CI") == "" {
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// newStore opens a new store in a folder of its own.
func newStore(tb testing.TB) *Store {
	tb.Helper()
	return openStore(tb, filepath.Join(tb.TempDir(), "test.db"), Options{})
}

func openStore(tb testing.TB, path string, opts Options) *Store {
	tb.Helper()
	needFTS5(tb)
	s, err := Open(tb.Context(), path, opts)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Errorf("close: %v", err)
		}
	})
	return s
}

// entry makes an article of which every line is a passage and the first one the
// lead. The title is the id in words.
func entry(id string, lines ...string) Entry {
	body := strings.Join(lines, "\n")
	sum := sha256.Sum256([]byte(id + body))
	e := Entry{Article: Article{ID: id, Title: strings.ReplaceAll(id, "-", " "), Text: body, Hash: hex.EncodeToString(sum[:])}}
	start := 0
	for i, line := range lines {
		e.Passages = append(e.Passages, Passage{Ordinal: i, Start: start, End: start + len(line), Lead: i == 0, Text: line})
		start += len(line) + 1
	}
	return e
}

func mustPut(tb testing.TB, s *Store, entries ...Entry) []Outcome {
	tb.Helper()
	outcomes, err := s.PutAll(tb.Context(), entries)
	if err != nil {
		tb.Fatal(err)
	}
	return outcomes
}

// find returns the ids of the passages that match, best first.
func find(tb testing.TB, s *Store, m Match) []string {
	tb.Helper()
	hits, err := s.Search(tb.Context(), Search{Match: m, Limit: 100})
	if err != nil {
		tb.Fatal(err)
	}
	ids := make([]string, 0, len(hits))
	for _, h := range hits {
		ids = append(ids, h.Passage.ID)
	}
	return ids
}

func term(s string) Match   { return Match{Term: s} }
func phrase(s string) Match { return Match{Op: OpPhrase, Term: s} }
func prefix(s string) Match { return Match{Op: OpPrefix, Term: s} }
func anyOf(terms ...Match) Match {
	return Match{Op: OpAny, Of: terms}
}

func allOf(terms ...Match) Match {
	return Match{Op: OpAll, Of: terms}
}

// mustBeSound checks the store and fails the test if anything was wrong.
func mustBeSound(tb testing.TB, s *Store) CheckReport {
	tb.Helper()
	report, err := s.Check(tb.Context())
	if err != nil {
		tb.Fatalf("check: %v", err)
	}
	if len(report.Problems)+len(report.Repaired) > 0 {
		tb.Fatalf("check: %+v", report)
	}
	return report
}

// meddle changes the file by SQL behind the store's back.
func meddle(tb testing.TB, path string, statements ...string) {
	tb.Helper()
	db := (&handle{dsn: fileURI(path), driver: &sqlite3.SQLiteDriver{}}).open(1)
	for _, q := range statements {
		if _, err := db.ExecContext(tb.Context(), q); err != nil {
			tb.Fatalf("%s: %v", q, err)
		}
	}
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
}

// numbered makes n articles of two passages each.
func numbered(from, n int) []Entry {
	var list []Entry
	for i := from; i < from+n; i++ {
		list = append(list, entry(fmt.Sprintf("article-%04d", i),
			fmt.Sprintf("The delegation number %d met in Anchorage.", i),
			fmt.Sprintf("Later Minister Number%d spoke about wheat, gas and peace.", i)))
	}
	return list
}

func readFile(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(name) //nolint:gosec // a file of the test
	mustDo(tb, err)
	return b
}

func writeFile(tb testing.TB, name string, content []byte) {
	tb.Helper()
	mustDo(tb, os.WriteFile(name, content, 0o600))
}
