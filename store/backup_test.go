package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBackupIsTheSameStoreInOneFile(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 10)...)
	mustDo(t, s.SetMeta(t.Context(), "release", "7"))
	dir := t.TempDir()
	file := filepath.Join(dir, "backup.db")
	mustDo(t, s.Backup(t.Context(), file))
	mustPut(t, s, numbered(10, 10)...)
	want := contentsOf(t, s)
	mustDo(t, s.Backup(t.Context(), file)) // replaces the older one

	if names := namesIn(t, dir); !cmp.Equal(names, []string{"backup.db"}) {
		t.Errorf("files %v", names)
	}
	b := openStore(t, file, Options{ReadOnly: true})
	if diff := cmp.Diff(want, contentsOf(t, b)); diff != "" {
		t.Error(diff)
	}
	if release, err := b.Meta(t.Context(), "release"); err != nil || release != "7" {
		t.Errorf("fact %q, %v", release, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	mustDo(t, err)
	var names []string
	for _, f := range list {
		names = append(names, f.Name())
	}
	return names
}

func TestBadBackupDoesNotReplaceAGoodOne(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	s := openStore(t, path, Options{})
	mustPut(t, s, numbered(0, 3)...)
	dir := t.TempDir()
	file := filepath.Join(dir, "backup.db")
	mustDo(t, s.Backup(t.Context(), file))
	mustDo(t, s.Close())
	meddle(t, path, unguarded(t, path, "UPDATE articles SET text = zeroblob(length(text)) WHERE num = 1")...)
	before := hashOf(file)

	s = openStore(t, path, Options{})
	if err := s.Backup(t.Context(), file); !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v, want ErrDamaged", err)
	}
	if names := namesIn(t, dir); hashOf(file) != before || !cmp.Equal(names, []string{"backup.db"}) {
		t.Errorf("the good backup was touched, or something was left behind: %v", names)
	}
}

func TestBackupRefuses(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 1)...)
	dir := t.TempDir()
	letter := filepath.Join(dir, "letter.txt")
	writeFile(t, letter, []byte("Dear Sir or Madam"))
	foreign := filepath.Join(dir, "foreign.db")
	meddle(t, foreign, "CREATE TABLE t (x)")
	for _, file := range []string{s.Path(), dir, letter, foreign} {
		before := hashOf(file)
		if err := s.Backup(t.Context(), file); err == nil || hashOf(file) != before {
			t.Errorf("backed up to %s: %v", file, err)
		}
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "none", "b.db")); err == nil {
		t.Error("backed up into a folder that does not exist")
	}
}

func TestRestore(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, file := filepath.Join(dir, "test.db"), filepath.Join(t.TempDir(), "backup.db")
	s := openStore(t, path, Options{})
	mustPut(t, s, numbered(0, 3)...)
	want := contentsOf(t, s)
	mustDo(t, s.Backup(t.Context(), file))
	mustPut(t, s, numbered(3, 3)...)

	if err := Restore(t.Context(), file, path); !errors.Is(err, ErrBusy) {
		t.Errorf("over a store in use: error %v, want ErrBusy", err)
	}
	later := contentsOf(t, s)
	mustDo(t, s.Close())
	mustDo(t, Restore(t.Context(), file, path))
	if diff := cmp.Diff(want, contentsOf(t, openStore(t, path, Options{}))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(later, contentsOf(t, openStore(t, path+".before-restore", Options{}))); diff != "" {
		t.Errorf("kept: %s", diff)
	}
}

func TestRestoreOverDamageAndNothing(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 3)...)
	want := contentsOf(t, s)
	file := filepath.Join(t.TempDir(), "backup.db")
	mustDo(t, s.Backup(t.Context(), file))

	dir := t.TempDir()
	damaged := filepath.Join(dir, "test.db")
	writeFile(t, damaged, []byte("no store any more"))
	writeFile(t, damaged+"-wal", []byte("and its log"))
	mustDo(t, Restore(t.Context(), file, damaged))
	if names := namesIn(t, dir); !cmp.Equal(names, []string{"test.db", "test.db.before-restore", "test.db.before-restore-wal"}) {
		t.Errorf("files %v", names)
	}
	fresh := filepath.Join(dir, "new", "test.db")
	mustDo(t, Restore(t.Context(), file, fresh))
	for _, path := range []string{damaged, fresh} {
		restored := openStore(t, path, Options{})
		if diff := cmp.Diff(want, contentsOf(t, restored)); diff != "" {
			t.Error(diff)
		}
		mustBeSound(t, restored)
	}
}

func TestRestoreRefusesBadBackups(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	s := openStore(t, path, Options{})
	mustPut(t, s, numbered(0, 30)...)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.db")
	mustDo(t, s.Backup(t.Context(), good))
	mustDo(t, s.Close())
	content := readFile(t, good)
	bad := func(name string, content []byte, statements ...string) string {
		file := filepath.Join(dir, name)
		writeFile(t, file, content)
		if len(statements) > 0 {
			meddle(t, file, statements...)
		}
		return file
	}
	cases := map[string]struct {
		file string
		want error
	}{
		"missing":   {filepath.Join(dir, "none"), ErrNotFound},
		"text":      {bad("text", []byte("Dear Sir or Madam")), ErrNotAStore},
		"empty":     {bad("empty", nil), ErrNotAStore},
		"shortened": {bad("short", content[:len(content)/2]), ErrDamaged},
		"newer":     {bad("newer", content, "PRAGMA user_version = 99"), ErrNewerSchema},
		"foreign":   {bad("foreign", nil, "CREATE TABLE t (x)"), ErrNotAStore},
		"damaged":   {bad("damaged", content, unguardedOnce(t, content, dir, "UPDATE articles SET title = 'x' WHERE num = 3")...), ErrDamaged},
	}
	before := hashOf(path)
	for name, c := range cases {
		if err := Restore(t.Context(), c.file, path); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
	if names := namesIn(t, filepath.Dir(path)); hashOf(path) != before || !cmp.Equal(names, []string{"test.db"}) {
		t.Errorf("the store was touched: %v", names)
	}
}

// unguardedOnce is unguarded for a store that is there as bytes.
func unguardedOnce(t *testing.T, content []byte, dir, statement string) []string {
	t.Helper()
	path := filepath.Join(dir, "unguarded.db")
	writeFile(t, path, content)
	return unguarded(t, path, statement)
}
