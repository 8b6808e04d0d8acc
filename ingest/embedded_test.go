package ingest_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

func brief(title, words string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\npublisher: Sherpa brief\n---\n" + words)}
}

func syncEmbedded(t *testing.T, st *store.Store, fsys fstest.MapFS) ingest.Report {
	t.Helper()
	report, err := ingest.SyncEmbedded(t.Context(), st, fsys)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestSyncEmbedded(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	first := fstest.MapFS{
		"ferry.md": brief("Ferry", "The ferry sails."), "pier.md": brief("Pier", "The pier is old."),
		"gull.md": brief("Gull", "Gulls sleep."), "README.txt": {Data: []byte("not an article")},
	}
	if got := syncEmbedded(t, st, first); got.Added != 3 || got.Passages != 3 {
		t.Fatalf("first: %+v", got)
	}
	if got := syncEmbedded(t, st, first); got.Unchanged != 3 || got.Added+got.Updated+got.Removed != 0 {
		t.Errorf("the same again: %+v", got)
	}
	if a, err := st.Article(t.Context(), "pier"); err != nil || !a.Embedded || a.Publisher != "Sherpa brief" {
		t.Errorf("article %+v, %v", a, err)
	}

	t.Log("a newer release: one brief changed, one gone, one new; one was ingested over")
	dir := writeFiles(t, map[string]string{"ferry.txt": "The real ferry\nIt sails on Friday.", "own.txt": "Own\nAn article of the user."})
	run(t, st, filepath.Join(dir, "ferry.txt"), filepath.Join(dir, "own.txt"))
	got := syncEmbedded(t, st, fstest.MapFS{
		"ferry.md": brief("Ferry", "The ferry sails on Sunday."), "pier.md": brief("Pier", "The pier is new."), "seal.md": brief("Seal", "Seals sleep."),
	})
	want := ingest.Report{Added: 1, Updated: 1, Removed: 1, Passages: 2, Skipped: []ingest.Skip{}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"ferry", "own", "pier", "seal"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	if a, err := st.Article(t.Context(), "ferry"); err != nil || a.Embedded || a.Title != "The real ferry" {
		t.Errorf("what the user ingested: %+v, %v", a, err)
	}

	t.Log("what the user ingested stays when its brief goes")
	if got := syncEmbedded(t, st, fstest.MapFS{}); got.Removed != 2 {
		t.Errorf("nothing carried: %+v", got)
	}
	if diff := cmp.Diff([]string{"ferry", "own"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

// TestSyncEmbeddedWritesNothingNeedlessly: a store that is up to date may be one
// that cannot be written.
func TestSyncEmbeddedWritesNothingNeedlessly(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"pier.md": brief("Pier", "The pier is old.")}
	st := storetest.New(t)
	syncEmbedded(t, st, fsys)
	before, err := st.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got, err := ingest.SyncEmbedded(t.Context(), unwritable{st}, fsys)
	if err != nil || got.Unchanged != 1 {
		t.Errorf("report %+v, %v", got, err)
	}
	if after, err := st.Version(t.Context()); err != nil || after != before {
		t.Errorf("version %d, %v; want %d", after, err, before)
	}
	changed := fstest.MapFS{"pier.md": brief("Pier", "The pier is new.")}
	if _, err := ingest.SyncEmbedded(t.Context(), unwritable{st}, changed); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a change: %v, want ErrReadOnly", err)
	}
}

// unwritable is a store on a read-only disk.
type unwritable struct{ *store.Store }

func (unwritable) PutAll(context.Context, []store.Entry) ([]store.Outcome, error) {
	return nil, store.ErrReadOnly
}

func TestSyncEmbeddedRefusesABrokenRelease(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]*fstest.MapFile{
		"front matter": {Data: []byte("---\ntitle: [\n---\nText.")},
		"no text":      brief("Pier", ""),
		"same id":      {Data: []byte("---\nid: pier\n---\nText.")},
	} {
		st := storetest.New(t)
		_, err := ingest.SyncEmbedded(t.Context(), st, fstest.MapFS{"broken.md": file, "pier.md": brief("Pier", "The pier is old.")})
		if err == nil || !strings.Contains(err.Error(), ".md") {
			t.Errorf("%s: %v", name, err)
		}
		if got := ids(t, st); len(got) != 0 {
			t.Errorf("%s: %v are stored", name, got)
		}
	}
}
