package html

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// FuzzHTMLExtract checks what holds for the Document of every page.
func FuzzHTMLExtract(f *testing.F) {
	pages, err := filepath.Glob("testdata/*/*.html")
	if err != nil || len(pages) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		page, err := os.ReadFile(path) //nolint:gosec // a file of this package
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page, "https://www.valley-courier.example/x", "text/html")
	}
	f.Add([]byte("<p>"+strings.Repeat(prose, 3)), "", "text/html; charset=utf-16")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "http://a/", "text/html; charset=iso-2022-jp")
	f.Add([]byte(ld(`{"@graph":[{"@type":"Article","author":{"@id":"a"}}]}`)+"<table><p><b>"+prose), "x", "")
	f.Add([]byte("<svg><style><template></svg><style>.a{display:none}</style><p class=a>"+prose+"<p>"+prose), "x", "")
	f.Fuzz(func(t *testing.T, page []byte, pageURL, contentType string) {
		d, err := Parse(page, pageURL, contentType)
		if err != nil {
			if !errors.Is(err, ErrNoArticle) && !errors.Is(err, ErrNeedsScript) && !errors.Is(err, ErrPaywall) && !errors.Is(err, ErrTooLarge) {
				t.Errorf("Parse: %v is none of our errors", err)
			}
			return
		}
		expectClean(t, d)
	})
}

func expectClean(t *testing.T, d parse.Document) {
	t.Helper()
	size := 0
	for _, b := range d.Blocks {
		size += len(b.Text)
		expectLine(t, b.Text)
		if b.Text == "" {
			t.Error("an empty block")
		}
	}
	if size > MaxText {
		t.Errorf("%d bytes of text", size)
	}
	for _, s := range []string{d.Title, d.Publisher, d.Author, d.Lang} {
		expectLine(t, s)
	}
	for _, s := range []string{d.Published, d.Updated} {
		if s != "" && date(s) != s {
			t.Errorf("date %q", s)
		}
	}
	if u, err := url.Parse(d.URL); d.URL != "" && (err != nil || !isWeb(u)) {
		t.Errorf("address %q", d.URL)
	}
}

func expectLine(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) || text.Squeeze(text.Clean(s)) != s {
		t.Errorf("%q is not a clean line", s)
	}
}
