// Package storetest opens stores for tests, and closes them with the test.
//
// The package is for tests alone. Of the module it imports the store only.
package storetest

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"sherpa/store"
)

// New opens a new store in a folder of its own.
func New(tb testing.TB) *store.Store {
	tb.Helper()
	return Open(tb, filepath.Join(tb.TempDir(), "sherpa.db"), store.Options{})
}

// Open opens the store of a file. It skips the test in a build without full-text
// search, except in CI, where such a build would mean that nothing was tested.
func Open(tb testing.TB, path string, opts store.Options) *store.Store {
	tb.Helper()
	st, err := store.Open(tb.Context(), path, opts)
	if errors.Is(err, store.ErrNoFTS5) && os.Getenv("CI") == "" { //nolint:forbidigo // see above
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.Close(); err != nil {
			tb.Errorf("close the store: %v", err)
		}
	})
	return st
}
