package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"sherpa/ingest"
	"sherpa/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// writeFiles makes a folder with the given files.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		place := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run ingests inputs with default options.
func run(t *testing.T, st *store.Store, inputs ...string) ingest.Report {
	t.Helper()
	report, err := ingest.New(st, ingest.Options{}).Run(t.Context(), inputs)
	if err != nil {
		t.Fatalf("ingest %v: %v", inputs, err)
	}
	return report
}

// ids lists the stored articles.
func ids(t *testing.T, st *store.Store) []string {
	t.Helper()
	articles, err := st.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(articles))
	for i, a := range articles {
		out[i] = a.ID
	}
	return out
}

// sentence is a sentence of n words, which names make different from others.
func sentence(name string, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = name + string(rune('a'+i%26)) + string(rune('a'+i/26%26))
	}
	return strings.ToUpper(name[:1]) + strings.Join(words, " ")[1:] + "."
}
