package store

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestSmoke(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "a b?#%", "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := Article{ID: "x", Title: "Summit in Alaska", Text: "The talks lasted three hours.\nMr Putin left early.", Hash: "1", Published: "2025-08-15"}
	i := strings.Index(a.Text, "\n")
	ps := []Passage{{Start: 0, End: i, Lead: true, Text: a.Text[:i]}, {Ordinal: 1, Start: i + 1, End: len(a.Text), Text: a.Text[i+1:]}}
	for range 2 {
		o, err := s.Put(t.Context(), a, ps)
		t.Log(o, err)
		a.Hash = "2"
	}
	h, err := s.Search(t.Context(), Search{Match: Match{Term: "talk"}, Limit: 3, Filter: Filter{Since: "2025-08", Sources: []string{"x"}}})
	t.Logf("%+v %v", h, err)
	w, err := s.Words(t.Context())
	t.Log(w, err)
	st, err := s.Stats(t.Context())
	t.Logf("%+v %v", st, err)
	l, err := s.Articles(t.Context())
	t.Logf("%+v %v", l, err)
}
