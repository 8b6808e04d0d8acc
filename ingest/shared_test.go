package ingest_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/internal/text"
	"sherpa/store"
	"sherpa/store/storetest"
)

// shared returns a path in the folder of real articles beside the repository.
func shared(t *testing.T, name string) string {
	t.Helper()
	place := filepath.Join("..", "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(place); err != nil {
		if os.Getenv("SHERPA_REQUIRE_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip("the shared articles are not here")
	}
	return place
}

// TestSavedPages reads real pages as people saved them.
func TestSavedPages(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	if got := run(t, st, shared(t, "seeds")); got.Added != 5 || len(got.Skipped) != 0 || got.Duplicates != 0 {
		t.Fatalf("report %+v", got)
	}
	articles, err := st.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	type facts struct {
		Published string
		Headings  int
		OwnTitle  bool // from a line of its own
	}
	got := map[string]facts{}
	for _, info := range articles {
		a, err := st.Article(t.Context(), info.ID)
		if err != nil {
			t.Fatal(err)
		}
		passages, err := st.Passages(t.Context(), info.ID)
		if err != nil {
			t.Fatal(err)
		}
		title := strings.TrimSuffix(a.Title, "…")
		got[a.ID[:3]] = facts{a.Published, len(checkSavedPage(t, passages)), title != "" && !strings.Contains(a.Text, title)}
	}
	want := map[string]facts{
		"000": {"2025-07-16", 1, true}, "001": {"", 2, false}, "002": {"", 0, true}, "003": {"", 0, true}, "004": {"2025-08", 0, false},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}

// checkSavedPage checks passages of running text and returns their headings.
func checkSavedPage(t *testing.T, passages []store.Passage) map[string]bool {
	t.Helper()
	headings := map[string]bool{}
	for _, p := range passages {
		if p.Heading != "" {
			headings[p.Heading] = true
		}
		if n := text.CountWords(p.Text); n < ingest.MinWords || n > ingest.MaxWords {
			t.Errorf("%s has %d words", p.ID, n)
		}
		for _, furniture := range []string{"pic.twitter.com", "LIVE |", "Read More", "July 16, 2025"} {
			if strings.Contains(p.Text, furniture) {
				t.Errorf("%s holds %q", p.ID, furniture)
			}
		}
		if !strings.ContainsAny(p.Text[len(p.Text)-len("”"):], ".”?") {
			t.Errorf("%s ends with %q", p.ID, p.Text[len(p.Text)-20:])
		}
	}
	return headings
}

// TestEncyclopediaParagraphs: a paragraph that has a passage's length is one.
func TestEncyclopediaParagraphs(t *testing.T) {
	t.Parallel()
	place := shared(t, "eval/squad2/articles.jsonl")
	st := storetest.New(t)
	report := run(t, st, place)
	if report.Added != 36 || len(report.Skipped) != 0 {
		t.Fatalf("report %+v", report)
	}
	paragraphs := paragraphsOf(t, place)
	whole, fit := 0, 0
	have := map[string]bool{}
	for _, id := range ids(t, st) {
		passages, err := st.Passages(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range passages {
			have[p.Text] = true
			if n := text.CountWords(p.Text); n < ingest.MinWords || n > ingest.MaxWords {
				t.Errorf("%s has %d words", p.ID, n)
			}
		}
	}
	for _, p := range paragraphs {
		if n := text.CountWords(p); n >= ingest.MinWords && n <= ingest.MaxWords {
			fit++
			if have[strings.TrimSpace(text.Clean(p))] {
				whole++
			}
		}
	}
	t.Logf("%d paragraphs, %d of a passage's length, %d of them whole, %d passages", len(paragraphs), fit, whole, report.Passages)
	if whole*100 < fit*98 {
		t.Errorf("%d of %d paragraphs are a passage of their own", whole, fit)
	}
}

func paragraphsOf(t *testing.T, place string) []string {
	t.Helper()
	body, err := fs.ReadFile(os.DirFS(filepath.Dir(place)), filepath.Base(place))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range bytes.Lines(body) {
		var a struct{ Paragraphs []string }
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a.Paragraphs...)
	}
	return all
}
