package retrieval

import (
	"testing"
	"time"

	"go.uber.org/goleak"

	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/text"
	"sherpa/store"
	"sherpa/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// embedded is a searcher over the corpus that the program carries.
func embedded(tb testing.TB) *Searcher {
	tb.Helper()
	st := storetest.New(tb)
	if _, err := ingest.SyncEmbedded(tb.Context(), st, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	return New(st, Options{})
}

// article makes an article whose paragraphs are a passage each.
func article(id, title string, paragraphs ...string) store.Entry {
	e := store.Entry{Article: store.Article{ID: id, Title: title, Lang: "en", Hash: id + title, Added: time.Unix(0, 0)}}
	for i, p := range paragraphs {
		start := len(e.Article.Text)
		e.Article.Text += p
		e.Passages = append(e.Passages, store.Passage{Ordinal: i, Start: start, End: start + len(p), Lead: i == 0, Text: p})
		e.Article.Text += "\n\n"
		e.Article.Hash += text.Fold(p)
	}
	return e
}

func put(tb testing.TB, st *store.Store, entries ...store.Entry) {
	tb.Helper()
	if _, err := st.PutAll(tb.Context(), entries); err != nil {
		tb.Fatal(err)
	}
}

// over is a searcher over some articles.
func over(tb testing.TB, entries ...store.Entry) *Searcher {
	tb.Helper()
	st := storetest.New(tb)
	put(tb, st, entries...)
	return New(st, Options{})
}

func search(tb testing.TB, s *Searcher, q Query) Result {
	tb.Helper()
	r, err := s.Search(tb.Context(), q)
	if err != nil {
		tb.Fatalf("search %.80q: %v", q.Text, err)
	}
	return r
}

// ask is what a question is read as.
func ask(tb testing.TB, s *Searcher, question string) Analysis {
	tb.Helper()
	return search(tb, s, Query{Text: question}).Analysis
}

func passageIDs(hits []Hit) []string {
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.Passage.ID
	}
	return ids
}

func norms(terms []Term) []string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = t.Norm
	}
	return words
}
