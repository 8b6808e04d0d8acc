package llm

import (
	"testing"

	"sherpa/internal/fakellm"
	"sherpa/retrieval"
	"sherpa/store"
	"sherpa/store/storetest"
)

// twoArticles is a store of two short articles.
func twoArticles(t *testing.T) *store.Store {
	t.Helper()
	st := storetest.New(t)
	for id, text := range map[string]string{"a": "A photographer came by.", "b": "Wheat and gas were sold."} {
		_, err := st.Put(t.Context(), store.Article{ID: id, Title: id, Text: text, Hash: id}, []store.Passage{{End: len(text), Text: text}})
		if err != nil {
			t.Fatal(err)
		}
	}
	return st
}

// TestSearchByVectorsOfAServer puts the parts together: passages get their vectors
// from a server, a question finds one with which it shares no word, and once the
// server is gone it finds what words find.
func TestSearchByVectorsOfAServer(t *testing.T) {
	t.Parallel()
	st := twoArticles(t)
	s := fakellm.New(t, fakellm.Options{})
	ledger := NewMemoryLedger(Caps{}, nil)
	e := embedder(t, s, func(o *EmbedOptions) { o.Ledger = ledger })
	if n, err := retrieval.Fill(t.Context(), st, e, retrieval.FillOptions{}); n != 2 || err != nil {
		t.Fatalf("filled %d, %v", n, err)
	}
	search := retrieval.New(st, retrieval.Options{Embedder: retrieval.Remember(e), Vectors: st})
	first := func(question string) (id string, degraded error) {
		r, err := search.Search(t.Context(), retrieval.Query{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) > 0 {
			id = r.Hits[0].Article.ID
		}
		return id, r.Degraded
	}
	for range 2 { // with the server, and from memory without it
		if id, degraded := first("photos?"); id != "a" || degraded != nil {
			t.Errorf("found %q, %v", id, degraded)
		}
		s.Close()
	}
	if id, degraded := first("photonics?"); id != "" || degraded == nil {
		t.Errorf("without the server: found %q, %v", id, degraded)
	}
	if id, degraded := first("wheat"); id != "b" || degraded == nil {
		t.Errorf("by words without the server: found %q, %v", id, degraded)
	}
	if spent := ledger.Spent(AccountAll, ""); spent.PromptTokens == 0 || s.Count() != 2 {
		t.Errorf("%d requests took %+v", s.Count(), spent)
	}
}
