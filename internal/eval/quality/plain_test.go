package quality

import (
	"path/filepath"
	"testing"

	"sherpa/answer"
	"sherpa/ingest"
	"sherpa/retrieval"
	"sherpa/store/storetest"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	if _, err := ingest.New(st, ingest.Options{}).Run(t.Context(), []string{filepath.Join(write(t, harbour), "harbour", "articles.jsonl")}); err != nil {
		t.Fatal(err)
	}
	p, err := newPlain(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	for question, want := range map[string]struct {
		first string
		whole bool // all of the question stands in that sentence
	}{
		"Who commands the ferry Petrel?":             {"Captain Olaf Bream commands the ferry Petrel.", true},
		"How many cranes did the typhoon tear down?": {"A storm tore down two cranes in the harbour of Port Lemming.", false},
		"Who is it?": {},
	} {
		a, err := p.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(a.Statements) > 0 {
			got = a.Statements[0].Text
		}
		if got != want.first || want.whole != (a.Confidence > 0.99) {
			t.Errorf("%s: %q with %v", question, got, a.Confidence)
		}
		for _, c := range a.Citations {
			stored, err := st.Article(t.Context(), c.Article.ID)
			if err != nil || stored.Text[c.Start:c.End] != c.Quote {
				t.Errorf("%s: %q is not what stands at %d of %s (%v)", question, c.Quote, c.Start, c.Article.ID, err)
			}
		}
	}
	res, err := p.Search(t.Context(), retrieval.Query{Text: "the ferry Petrel", K: 1})
	if err != nil || len(res.Hits) != 1 || res.Hits[0].Article.ID != "a2" {
		t.Errorf("hits: %+v, error %v", res.Hits, err)
	}
	if p.idf["ferri"] >= p.rare || p.idf["harbour"] >= p.idf["ferri"] {
		t.Errorf("a word of more passages does not weigh less: %v, %v, unknown %v", p.idf["harbour"], p.idf["ferri"], p.rare)
	}
}
