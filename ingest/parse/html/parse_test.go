package html

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/ingest/parse"
	"sherpa/internal/golden"
)

// printed shows a Document as a golden file has it.
func printed(d parse.Document) string {
	var b strings.Builder
	for _, field := range [][2]string{
		{"title", d.Title},
		{"publisher", d.Publisher},
		{"author", d.Author},
		{"url", d.URL},
		{"lang", d.Lang},
		{"published", d.Published},
		{"updated", d.Updated},
	} {
		fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
	}
	for _, block := range d.Blocks {
		fmt.Fprintf(&b, "\n%s %s\n", []string{"P", "H", "F"}[block.Kind], block.Text)
	}
	return b.String()
}

func TestPages(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			page, err := os.ReadFile(path) //nolint:gosec // a file of this package
			if err != nil {
				t.Fatal(err)
			}
			d, err := Parse(page, "https://www.valley-courier.example/x/page", "text/html")
			if err != nil {
				t.Fatal(err)
			}
			golden.Check(t, strings.TrimSuffix(path, ".html")+".golden", printed(d))
			for _, b := range d.Blocks {
				for _, secret := range []string{"HIDDEN", "SCRIPT", "STYLE", "COMMENT", "TEMPLATE", "IGNORE", "PIXEL", "STATE"} {
					if strings.Contains(b.Text, secret) {
						t.Errorf("text that is not shown became text: %q", b.Text)
					}
				}
			}
		})
	}
}

func TestRefusedPages(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]error{
		"front": ErrNoArticle, "search": ErrNoArticle, "empty": ErrNoArticle, "paywall": ErrPaywall, "wall": ErrPaywall,
		"script": ErrNeedsScript, "script_notice": ErrNeedsScript,
	} {
		page, err := os.ReadFile(filepath.Join("testdata/refused", name+".html")) //nolint:gosec // a file of this package
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(page, "https://news.example/x", "")
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v; found %+v", name, err, want, d.Blocks)
		}
	}
}
