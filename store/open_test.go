package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/internal/golden"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

func TestBuildWithoutFTS5SaysWhatToRun(t *testing.T) {
	t.Parallel()
	_, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), Options{MustExist: true})
	if errors.Is(err, ErrNoFTS5) != (selfTest() != nil) || !strings.Contains(ErrNoFTS5.Error(), "go build -tags sqlite_fts5 ./cmd/sherpa") {
		t.Errorf("error %v", err)
	}
}

func TestOpenCreatesFolderAndFileForTheOwnerOnly(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "a b?c#d%20", "test.db")
	s := openStore(t, path, Options{})
	mustPut(t, s, entry("a", "One."))
	if s.Path() != path {
		t.Errorf("path %s", s.Path())
	}
	for name, want := range map[string]os.FileMode{path: 0o600, path + "-wal": 0o600, filepath.Dir(path): 0o700 | os.ModeDir} {
		if info, err := os.Stat(name); err != nil || info.Mode() != want {
			t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		writeFile(t, path, []byte(content))
		return path
	}
	db := func(name string, statements ...string) string {
		path := filepath.Join(dir, name)
		meddle(t, path, statements...)
		return path
	}
	old := filepath.Join(dir, "old.db")
	mustDo(t, openStore(t, old, Options{}).Close())
	meddle(t, old, "PRAGMA user_version = 0")
	cases := map[string]struct {
		path string
		opts Options
		want error
	}{
		"missing":            {filepath.Join(dir, "none.db"), Options{MustExist: true}, ErrNotFound},
		"missing, read-only": {filepath.Join(dir, "none.db"), Options{ReadOnly: true}, ErrNotFound},
		"folder":             {dir, Options{}, ErrNotAStore},
		"text":               {file("text", strings.Repeat("not a database ", 1000)), Options{}, ErrNotAStore},
		"a letter":           {file("letter", "x"), Options{}, ErrNotAStore},
		"other program":      {db("other", "CREATE TABLE t (x)"), Options{}, ErrNotAStore},
		"other id":           {db("id", "PRAGMA application_id = 7"), Options{}, ErrNotAStore},
		"newer":              {db("newer", fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = 999", applicationID)), Options{}, ErrNewerSchema},
		"empty, read-only":   {file("empty", ""), Options{ReadOnly: true}, ErrReadOnly},
		"older, read-only":   {old, Options{ReadOnly: true}, ErrReadOnly},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := hashOf(c.path)
			s, err := Open(t.Context(), c.path, c.opts)
			if !errors.Is(err, c.want) || s != nil {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if !strings.Contains(err.Error(), c.path) {
				t.Errorf("the error does not name the file: %v", err)
			}
			if hashOf(c.path) != before {
				t.Error("the file was changed")
			}
		})
	}
}

// hashOf is the checksum of a file; of what cannot be read, that of nothing.
func hashOf(path string) string {
	b, _ := os.ReadFile(path) //nolint:gosec // a file of the test
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func TestManyOpenTheSameNewStore(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	var g errgroup.Group
	for i := range 8 {
		g.Go(func() error {
			s, err := Open(t.Context(), path, Options{})
			if err != nil {
				return err
			}
			_, err = s.PutAll(t.Context(), numbered(i, 1))
			return errors.Join(err, s.Close())
		})
	}
	mustDo(t, g.Wait())
	if report := mustBeSound(t, openStore(t, path, Options{})); report.Articles != 8 {
		t.Errorf("%d articles", report.Articles)
	}
}

// TestEveryOldSchemaIsBroughtUpToDate starts from each version that was ever
// released, the empty one included, and compares with a new store.
func TestEveryOldSchemaIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	latest, err := steps()
	mustDo(t, err)
	want, err := schemaOf(t.Context(), newStore(t).reader)
	mustDo(t, err)
	for version := range len(latest) + 1 {
		path := filepath.Join(t.TempDir(), "old.db")
		db := writerHandle(path, DefaultMaxBytes).open(1)
		mustDo(t, migrate(t.Context(), db, latest[:version]))
		mustDo(t, db.Close())
		s := openStore(t, path, Options{})
		got, err := schemaOf(t.Context(), s.reader)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("from %d: %s %v", version, diff, err)
		}
		mustPut(t, s, entry("a", "One."))
		mustBeSound(t, s)
	}
}

// TestReleasedMigrationsStayAsTheyAre fails when a migration was edited instead
// of being followed by another.
func TestReleasedMigrationsStayAsTheyAre(t *testing.T) {
	t.Parallel()
	texts, err := steps()
	mustDo(t, err)
	var b strings.Builder
	for i, text := range texts {
		sum := sha256.Sum256([]byte(text))
		fmt.Fprintf(&b, "%d %x\n", i+1, sum)
	}
	golden.Check(t, filepath.Join("testdata", "migrations.golden"), b.String())
}

func TestMigrationThatFailsLeavesTheSchemaBefore(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	path := filepath.Join(t.TempDir(), "test.db")
	db := writerHandle(path, DefaultMaxBytes).open(1)
	defer func() { mustDo(t, db.Close()) }()
	good := []string{"CREATE TABLE a (x INTEGER) STRICT", "CREATE TABLE b (x INTEGER) STRICT"}
	bad := append(good[:2:2], "CREATE TABLE c (x INTEGER) STRICT; CREATE TABLE a (x INTEGER)")
	if err := migrate(t.Context(), db, bad); err == nil || !strings.Contains(err.Error(), "migration 3") {
		t.Fatalf("error %v", err)
	}
	id, err := identify(t.Context(), db)
	if err != nil || id != (identity{applicationID, 2, 2}) {
		t.Errorf("left at %+v, %v", id, err)
	}
	mustDo(t, migrate(t.Context(), db, append(good, "CREATE TABLE c (x INTEGER) STRICT")))
	if err := migrate(t.Context(), db, good); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("error %v, want ErrNewerSchema", err)
	}
}

// TestCreationThatWasKilled finds the journal of a process that was killed while
// it made the store. A reader cannot put that back, and must not take the file for
// an empty one that never changes.
func TestCreationThatWasKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	meddle(t, path, "PRAGMA journal_mode = WAL")
	journal := make([]byte, 512) // a header: no pages to put back, none at the beginning
	copy(journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
	binary.BigEndian.PutUint32(journal[20:], uint32(len(journal))) //nolint:gosec // it is short
	binary.BigEndian.PutUint32(journal[24:], pageSize)
	writeFile(t, path+"-journal", journal)
	s := openStore(t, path, Options{})
	mustPut(t, s, entry("a", "One."))
	if report := mustBeSound(t, s); report.Articles != 1 {
		t.Errorf("%d articles", report.Articles)
	}
}
