package store

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRemovedArticleIsGoneFromTheFile looks for its words in the raw bytes.
func TestRemovedArticleIsGoneFromTheFile(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	mustPut(t, s, numbered(0, 50)...)
	e := entry("secret-id", "The canary quzzlewock sang.", "Later Xylowhistle spoke.", "普京和特朗普在北京会谈。")
	e.Article.Note, e.Article.Publisher = "notemarker", "publishermarker"
	mustPut(t, s, e)
	mustPut(t, s, numbered(50, 50)...)
	marks := []string{"secret", "quzzlewock", "xylowhistle", "Xylowhistle", "北京会", "notemarker", "publishermarker"}
	if got := present(t, s.Path(), marks); len(got) != len(marks) {
		t.Fatalf("before: only %v are in the files", got)
	}
	mustDo(t, s.Remove(t.Context(), "secret-id"))
	if got := present(t, s.Path(), marks); len(got) != 0 {
		t.Errorf("after: still in the files: %v", got)
	}
	if _, err := s.Article(t.Context(), "secret-id"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	if got := find(t, s, anyOf(term("quzzlewock"), term("canary"), term("北京会"))); len(got) != 0 {
		t.Errorf("found %v", got)
	}
	if err := s.Remove(t.Context(), "secret-id"); !errors.Is(err, ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	mustBeSound(t, s)
}

// present lists the marks that occur in the store's files, in any case.
func present(t *testing.T, path string, marks []string) []string {
	t.Helper()
	var all []byte
	for _, name := range []string{path, path + "-wal"} {
		b := readFile(t, name)
		all = append(all, b...)
	}
	var found []string
	for _, mark := range marks {
		// The index keeps only what differs from the term before.
		if bytes.Contains(all, []byte(mark)) || bytes.Contains(all, []byte(strings.TrimLeft(mark, "qxs"))) {
			found = append(found, mark)
		}
	}
	return found
}

func TestFirstDuplicateTakesThePlaceOfARemovedOriginal(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	for _, a := range []struct{ id, duplicateOf string }{{"a", ""}, {"b", "a"}, {"c", "a"}, {"d", "x"}} {
		e := entry(a.id, "One.")
		e.Article.DuplicateOf = a.duplicateOf
		mustPut(t, s, e)
	}
	mustDo(t, s.Remove(t.Context(), "a"))
	got := make(map[string]string)
	mustDo(t, s.EachArticle(t.Context(), func(a Article) error { got[a.ID] = a.DuplicateOf; return nil }))
	if diff := cmp.Diff(map[string]string{"b": "", "c": "b", "d": "x"}, got); diff != "" {
		t.Error(diff)
	}
	mustBeSound(t, s)
}
