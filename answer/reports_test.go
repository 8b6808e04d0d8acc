package answer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store"
)

// reports is an engine over a store of its own, and the texts of its articles.
type reports struct {
	*Engine
	texts map[string]string
}

// overBriefs is an engine over the embedded corpus.
func overBriefs(tb testing.TB) reports {
	tb.Helper()
	st := emptyStore(tb)
	if _, err := ingest.SyncEmbedded(tb.Context(), st, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	return reportsOn(tb, st)
}

// overArticles is an engine over Markdown files, given by name without ending.
func overArticles(tb testing.TB, files map[string]string) reports {
	tb.Helper()
	dir := tb.TempDir()
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(body), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return overPath(tb, dir)
}

// overPath is an engine over a file or folder of articles.
func overPath(tb testing.TB, dir string) reports {
	tb.Helper()
	st := emptyStore(tb)
	report, err := ingest.New(st, ingest.Options{}).Run(tb.Context(), []string{dir})
	if err != nil || len(report.Skipped) > 0 {
		tb.Fatalf("ingested %+v: %v", report, err)
	}
	return reportsOn(tb, st)
}

func emptyStore(tb testing.TB) *store.Store {
	tb.Helper()
	st, err := store.Open(tb.Context(), filepath.Join(tb.TempDir(), "reports.db"), store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.Close(); err != nil {
			tb.Error(err)
		}
	})
	return st
}

func reportsOn(tb testing.TB, st *store.Store) reports {
	tb.Helper()
	r := reports{Engine: New(retrieval.New(st, retrieval.Options{}), st, Options{}), texts: map[string]string{}}
	err := st.EachArticle(tb.Context(), func(a store.Article) error {
		r.texts[a.ID] = a.Text
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// at is the part of an article that a citation points to.
func (r reports) at(tb testing.TB, id string, start, end int) string {
	tb.Helper()
	s := r.texts[id]
	if start < 0 || end <= start || end > len(s) {
		tb.Fatalf("bytes %d to %d of %q are not there: it has %d", start, end, id, len(s))
	}
	return s[start:end]
}

// sharedPath is material that lies beside the repository, where it may be kept.
func sharedPath(tb testing.TB, path ...string) string {
	tb.Helper()
	dir := filepath.Join(append([]string{"..", "..", "shared"}, path...)...)
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("SHERPA_REQUIRE_SHARED") == "1" {
			tb.Fatal(err)
		}
		tb.Skipf("%s is absent", dir)
	}
	return dir
}

// eventLines lays out events with the articles that report them.
func eventLines(events []Event) string {
	var b strings.Builder
	for _, e := range events {
		fmt.Fprintf(&b, "%s (%s) %s", e.Date, e.Precision, e.Event)
		for _, c := range e.Citations {
			fmt.Fprintf(&b, " [%s]", c.Article.ID[:min(3, len(c.Article.ID))])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// shortAnswers checks the short answer to each question.
func (r reports) shortAnswers(t *testing.T, questions map[string]string) {
	t.Helper()
	for question, want := range questions {
		a := r.ask(t, Question{Text: question})
		if a.ShortAnswer != want {
			t.Errorf("%s The short answer is %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}
