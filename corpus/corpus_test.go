package corpus_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"sherpa/corpus"
	"sherpa/internal/golden"
	"sherpa/internal/text"
)

const releaseGolden = "testdata/release.golden"

// frontMatter is every key that a brief may have.
type frontMatter struct {
	ID, Title, Publisher, Published, Lang, Note string
	BasedOn                                     string `yaml:"based_on"`
}

type brief struct {
	name string
	meta frontMatter
	body string
}

func briefs(t *testing.T) []brief {
	t.Helper()
	names, err := fs.Glob(corpus.FS, "*.md")
	if err != nil {
		t.Fatal(err)
	}
	all := make([]brief, 0, len(names))
	for _, name := range names {
		all = append(all, readBrief(t, name))
	}
	return all
}

func readBrief(t *testing.T, name string) brief {
	t.Helper()
	raw, err := corpus.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, body, found := strings.Cut(strings.TrimPrefix(string(raw), "---\n"), "\n---\n")
	if !found {
		t.Fatalf("%s: no front matter", name)
	}
	b := brief{name: name, body: body}
	strict := yaml.NewDecoder(strings.NewReader(head))
	strict.KnownFields(true)
	if err := strict.Decode(&b.meta); err != nil {
		t.Fatalf("%s: front matter: %v", name, err)
	}
	return b
}

func TestFiveBriefs(t *testing.T) {
	t.Parallel()
	if n := len(briefs(t)); n != 5 {
		t.Errorf("%d briefs are embedded, want 5", n)
	}
}

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	published := regexp.MustCompile(`^(\d{4}-\d{2}(-\d{2})?)?$`)
	for _, b := range briefs(t) {
		if want := strings.TrimSuffix(b.name, ".md"); b.meta.ID != want {
			t.Errorf("%s: id %q, want %q", b.name, b.meta.ID, want)
		}
		if b.meta.Publisher != "Sherpa brief" {
			t.Errorf("%s: publisher %q would pass our words off as an outlet's", b.name, b.meta.Publisher)
		}
		if b.meta.Title == "" || b.meta.BasedOn == "" {
			t.Errorf("%s: title %q and based_on %q must both be given", b.name, b.meta.Title, b.meta.BasedOn)
		}
		if b.meta.Lang != "en" {
			t.Errorf("%s: lang %q, want en", b.name, b.meta.Lang)
		}
		if !published.MatchString(b.meta.Published) {
			t.Errorf("%s: published %q is not YYYY-MM or YYYY-MM-DD", b.name, b.meta.Published)
		}
	}
}

// An article that prints a date before August 2025 cannot have reported the
// summit; readers must be told.
func TestImpossibleDateIsNoted(t *testing.T) {
	t.Parallel()
	for _, b := range briefs(t) {
		impossible := b.meta.Published != "" && b.meta.Published < "2025-08"
		if impossible != (b.meta.Note != "") {
			t.Errorf("%s: published %q with note %q", b.name, b.meta.Published, b.meta.Note)
		}
	}
}

func TestLength(t *testing.T) {
	t.Parallel()
	for _, b := range briefs(t) {
		if n := len(strings.Fields(b.body)); n < 250 || n > 450 {
			t.Errorf("%s: %d words, want 250 to 450", b.name, n)
		}
		for _, p := range paragraphs(b.body) {
			if n := len(strings.Fields(p)); n < 40 || n > 110 {
				t.Errorf("%s: a paragraph of %d words, want 40 to 110: %q", b.name, n, text.Truncate(p, 60))
			}
		}
	}
}

// A change of a brief needs a new Release, or stores keep the old wording.
func TestReleaseChangesWithContent(t *testing.T) {
	t.Parallel()
	got := fmt.Appendf(nil, "%s %s\n", corpus.Release, contentHash(t))
	want, err := os.ReadFile(releaseGolden)
	if err != nil && !golden.Update() {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	if bytes.HasPrefix(want, []byte(corpus.Release+" ")) {
		t.Fatalf("the briefs changed and Release is still %s: raise it, then run this test with -update", corpus.Release)
	}
	if !golden.Update() {
		t.Fatalf("Release is %s, recorded is %q: run this test with -update", corpus.Release, want)
	}
	if err := os.WriteFile(releaseGolden, got, 0o600); err != nil {
		t.Fatal(err)
	}
}

func contentHash(t *testing.T) string {
	t.Helper()
	sum := sha256.New()
	for _, b := range briefs(t) {
		raw, err := corpus.FS.ReadFile(b.name)
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(fmt.Appendf(nil, "%s %d\n%s", b.name, len(raw), raw))
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

func paragraphs(body string) []string {
	var out []string
	for p := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		if !strings.HasPrefix(p, "#") {
			out = append(out, p)
		}
	}
	return out
}

// sourceTexts are the articles that the briefs are based on, by id; they lie
// beside the repository where they may be kept, and the test skips elsewhere.
func sourceTexts(t *testing.T) map[string]string {
	t.Helper()
	seeds := os.DirFS(filepath.Join("..", "..", "shared", "seeds"))
	files, err := fs.Glob(seeds, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("SHERPA_REQUIRE_SHARED") == "1" {
			t.Fatal("../shared/seeds is required and absent")
		}
		t.Skip("../shared/seeds is absent")
	}
	texts := make(map[string]string, len(files))
	for _, f := range files {
		raw, err := fs.ReadFile(seeds, f)
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimSuffix(f, ".txt")] = string(raw)
	}
	return texts
}
