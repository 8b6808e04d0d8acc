// Package golden compares what a test got with a file in testdata, and writes the
// file anew where the test runs with -update.
//
// The package is for tests alone. It imports nothing of the module, and does not
// judge: whether what is written is better, who runs -update has to read.
package golden

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Update reports whether golden files are to be written anew.
func Update() bool { return *update }

// Check compares got with a file, whose path is from the test's folder, and fails
// the test where they differ.
func Check(tb testing.TB, file, got string) {
	tb.Helper()
	if *update {
		write(tb, file, got)
	}
	want, err := fs.ReadFile(os.DirFS(filepath.Dir(file)), filepath.Base(file))
	if err != nil {
		tb.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		tb.Errorf("%s differs; read the difference, and run the test with -update if it is meant (-want +got):\n%s", file, diff)
	}
}

func write(tb testing.TB, file, got string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
		tb.Fatal(err)
	}
}
