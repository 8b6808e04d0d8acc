package retrieval

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

func TestPhrasesInQuotes(t *testing.T) {
	t.Parallel()
	s := over(t,
		article("apart", "First", "Sugar that is brown and bread, bread and brown sugar, brown again: the bread was brown."),
		article("together", "Second", "Somebody in the old town sold some fresh brown bread this morning, and nothing else."),
	)
	for _, question := range []string{`Who sold "brown bread"?`, "who sold “Brown  bread”", "«brown-bread»"} {
		r := search(t, s, Query{Text: question, Explain: true})
		if len(r.Analysis.Phrases) != 1 || r.Hits[0].Article.ID != "together" {
			t.Errorf("%s: phrases %q, hits %v", question, r.Analysis.Phrases, passageIDs(r.Hits))
		}
		if got := part(t, r.Hits[0], "phrase").Value; got != 1 {
			t.Errorf("%s: phrase is %v in the passage that has it, want 1", question, got)
		}
		if got := part(t, r.Hits[1], "phrase").Value; got != 0 {
			t.Errorf("%s: phrase is %v in the passage that lacks it, want 0", question, got)
		}
	}
	for _, question := range []string{`a "word" alone`, `an "open quotation`, `""`} {
		if got := ask(t, s, question).Phrases; got != nil {
			t.Errorf("%s has the phrases %q, want none", question, got)
		}
	}
}

func part(t *testing.T, h Hit, feature string) Part {
	t.Helper()
	i := slices.IndexFunc(h.Why.Parts, func(p Part) bool { return p.Feature == feature })
	if i < 0 {
		t.Fatalf("no feature %q in %v", feature, h.Why.Parts)
	}
	return h.Why.Parts[i]
}

// The strict round finds a long passage with all the rare terms, which short
// ones with some of them push out of the first round.
func TestStrictRound(t *testing.T) {
	t.Parallel()
	entries := []store.Entry{article("z", "Last", strings.Repeat("Filling words say nothing about anything that matters here. ", 12)+
		"The quartz marble granite basalt lay there.")}
	for i := range candidateLimit + 20 {
		stones := []string{"quartz", "marble", "granite"}
		stones[i%3] = "basalt"
		entries = append(entries, article(fmt.Sprintf("a%03d", i), "Stones", strings.Join(stones, " ")+"."))
	}
	s := over(t, entries...)
	for question, want := range map[string]bool{
		"quartz marble granite basalt": true,
		"quartz marble basalt":         false, // too few terms for a strict round
	} {
		v, err := s.vocabulary(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		a := v.analyse(question)
		found, err := s.candidates(t.Context(), v, &a, Query{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.ContainsFunc(found, func(c candidate) bool { return c.article.ID == "z" })
		if got != want {
			t.Errorf("%q: the long passage is among the candidates: %v, want %v", question, got, want)
		}
	}
}

func TestRelatedRound(t *testing.T) {
	t.Parallel()
	entries := []store.Entry{article("truce", "One", "A truce began at noon."), article("other", "Two", "A market opened at noon.")}
	r := search(t, over(t, entries...), Query{Text: "ceasefire", Explain: true})
	if diff := cmp.Diff([]string{"truce#0"}, passageIDs(r.Hits)); diff != "" {
		t.Fatalf("a question that finds nothing is not asked with related words (-want +got):\n%s", diff)
	}
	if got := part(t, r.Hits[0], "loose").Value; got != 1 {
		t.Errorf("related is %v, want 1", got)
	}
	for i := range fewCandidates {
		entries = append(entries, article(fmt.Sprint(i), "More", fmt.Sprintf("The ceasefire number %d held.", i)))
	}
	hits := search(t, over(t, entries...), Query{Text: "ceasefire", K: 100}).Hits
	if got := passageIDs(hits); len(got) != fewCandidates || slices.Contains(got, "truce#0") {
		t.Errorf("a question that finds enough is asked with related words: %v", got)
	}
}

func TestIrregularFormsAndAcronyms(t *testing.T) {
	t.Parallel()
	s := over(t,
		article("sell", "One", "They sell the land."), article("sold", "Two", "They sold the land."),
		article("points", "Three", "The U.N. met."), article("plain", "Four", "The UN met."),
		article("america", "Five", "He flew to the U.S. with us."),
	)
	for question, want := range map[string][]string{
		"selling": {"sell#0", "sold#0"}, "sold": {"sell#0", "sold#0"}, "UN": {"plain#0", "points#0"}, "US": {"america#0"},
	} {
		got := passageIDs(search(t, s, Query{Text: question}).Hits)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", question, diff)
		}
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	dated := func(id, publisher, date string) store.Entry {
		e := article(id, "Title", "The ferry was late, said "+id+".")
		e.Article.Publisher, e.Article.Published = publisher, date
		return e
	}
	s := over(t, dated("old", "Herald", "2024-05-01"), dated("new", "Herald", "2025-08-16"), dated("none", "Gazette", ""))
	for name, tc := range map[string]struct {
		query Query
		want  []string
	}{
		"all":       {Query{}, []string{"new#0", "none#0", "old#0"}},
		"since":     {Query{Since: "2025-01-01"}, []string{"new#0"}},
		"until":     {Query{Until: "2025-01-01"}, []string{"old#0"}},
		"publisher": {Query{Sources: []string{"herald"}}, []string{"new#0", "old#0"}},
		"article":   {Query{Sources: []string{"none", "old"}}, []string{"none#0", "old#0"}},
		"both":      {Query{Sources: []string{"herald"}, Since: "2025-01-01"}, []string{"new#0"}},
		"nothing":   {Query{Sources: []string{"nobody"}}, []string{}},
	} {
		tc.query.Text = "Was the ferry late?"
		got := passageIDs(search(t, s, tc.query).Hits)
		slices.Sort(got)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestK(t *testing.T) {
	t.Parallel()
	var entries []store.Entry
	for i := range 100 {
		entries = append(entries, article(fmt.Sprintf("%02d", i), "Title", "The ferry was late again."))
	}
	s := over(t, entries...)
	for k, want := range map[int]int{0: defaultK, -1: defaultK, 1: 1, 60: 60, 95: 95, 1000: 100} {
		hits := search(t, s, Query{Text: "ferry", K: k}).Hits
		if len(hits) != want {
			t.Errorf("K %d gives %d hits, want %d", k, len(hits), want)
		}
		for i, h := range hits {
			if h.Rank != i+1 {
				t.Fatalf("K %d: hit %d has rank %d", k, i, h.Rank)
			}
		}
	}
}

var questions = []string{
	"Who attended the summit?", "How long did the talks last?", "Where did it take place?", "sanctions on Russian crude", "Zelensky",
	`"listen and evaluate"`, "Why was Alaska chosen?", "Russia Ukraine Trump Putin summit talks", "sumit in Ankorage", "was there a ceasefire",
}

func TestSameQuestionSameHits(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for _, q := range questions {
		want := scored(search(t, s, Query{Text: q}).Hits)
		for range 50 {
			if diff := cmp.Diff(want, scored(search(t, s, Query{Text: q}).Hits)); diff != "" {
				t.Fatalf("%q differs (-first +again):\n%s", q, diff)
			}
		}
	}
}

func scored(hits []Hit) []string {
	lines := make([]string, len(hits))
	for i, h := range hits {
		lines[i] = fmt.Sprintf("%d %s %.9f", h.Rank, h.Passage.ID, h.Score)
	}
	return lines
}

// The order of insertion decides nothing, not even between equal scores.
func TestOrderOfInsertion(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "corpus", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no briefs: %v", err)
	}
	ingested := func(files []string) *Searcher {
		st := storetest.New(t)
		for _, f := range files { // one after the other
			if _, err := ingest.New(st, ingest.Options{}).Run(t.Context(), []string{f}); err != nil {
				t.Fatal(err)
			}
		}
		put(t, st, article("twin2", "Twin", "Crude oil is sold at sea."), article("twin1", "Twin", "Crude oil is sold at sea."))
		return New(st, Options{})
	}
	forward := ingested(files)
	slices.Reverse(files)
	backward := ingested(files)
	for _, q := range append(questions, "crude oil sold at sea") {
		want, got := scored(search(t, forward, Query{Text: q, K: 50}).Hits), scored(search(t, backward, Query{Text: q, K: 50}).Hits)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-forward +backward):\n%s", q, diff)
		}
	}
	twins := passageIDs(search(t, forward, Query{Text: "crude oil sold at sea", K: 2}).Hits)
	if diff := cmp.Diff([]string{"twin1#0", "twin2#0"}, twins); diff != "" {
		t.Errorf("equal scores go by article (-want +got):\n%s", diff)
	}
}

func TestExplanationAddsUp(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for _, q := range questions {
		hits := search(t, s, Query{Text: q, Explain: true, K: 50}).Hits
		if len(hits) == 0 {
			t.Errorf("%q finds nothing", q)
		}
		for _, h := range hits {
			checkSum(t, q, h)
		}
	}
	if hits := search(t, s, Query{Text: questions[0]}).Hits; hits[0].Why != nil {
		t.Error("an explanation that nobody asked for")
	}
}

func checkSum(t *testing.T, question string, h Hit) {
	t.Helper()
	sum := 0.0
	for _, p := range h.Why.Parts {
		sum += p.Points
		if p.Points != p.Value*p.Weight {
			t.Errorf("%q, %s: %s is %v × %v, not %v", question, h.Passage.ID, p.Feature, p.Value, p.Weight, p.Points)
		}
		if p.Value < 0 || p.Value > 1 {
			t.Errorf("%q, %s: %s is %v, not between 0 and 1", question, h.Passage.ID, p.Feature, p.Value)
		}
	}
	if sum != h.Score || h.Why.Score != h.Score {
		t.Errorf("%q, %s: the parts add up to %v and the explanation says %v, the score is %v", question, h.Passage.ID, sum, h.Why.Score, h.Score)
	}
}

func TestDuplicatesComeLast(t *testing.T) {
	t.Parallel()
	duplicate := article("b", "Ferry late", "The ferry was late on Monday.")
	duplicate.Article.DuplicateOf = "a"
	orphan := article("d", "Ferry late", "The ferry was late on Monday.")
	orphan.Article.DuplicateOf = "gone"
	s := over(t, article("a", "Ferry late", "The ferry was late on Monday."), duplicate, article("c", "Other", "Some ferry runs."), orphan)
	got := passageIDs(search(t, s, Query{Text: "When was the ferry late?"}).Hits)
	if diff := cmp.Diff([]string{"a#0", "d#0", "c#0", "b#0"}, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

// An article that another handle ingests is found by the next search, and the
// words and passages of the old version are forgotten.
func TestNewVersionIsSeen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	writer := storetest.Open(t, path, store.Options{})
	put(t, writer, article("a", "Ferry", "The ferry was late."))
	s := New(storetest.Open(t, path, store.Options{}), Options{})
	first := search(t, s, Query{Text: "zepelin ferry"})
	put(t, writer, article("a", "Ferry", "The ferry was early."), article("b", "Airship", "A zeppelin was late."))
	second := search(t, s, Query{Text: "zepelin ferry"})
	if second.Version <= first.Version || second.Articles != 2 {
		t.Errorf("version %d after %d, %d articles", second.Version, first.Version, second.Articles)
	}
	if diff := cmp.Diff([]string{"zeppelin", "ferry"}, norms(second.Analysis.Terms)); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	texts := map[string]string{}
	for _, h := range second.Hits {
		texts[h.Article.ID] = h.Parsed.Text
	}
	if diff := cmp.Diff(map[string]string{"a": "The ferry was early.", "b": "A zeppelin was late."}, texts); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
}

func TestEmptyCorpus(t *testing.T) {
	t.Parallel()
	for _, q := range append(questions, "") {
		if hits := search(t, over(t), Query{Text: q}).Hits; len(hits) > 0 {
			t.Errorf("%q finds %v in an empty store", q, passageIDs(hits))
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := embedded(b)
	search(b, s, Query{Text: questions[0]}) // reads the vocabulary
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		search(b, s, Query{Text: questions[i%len(questions)]})
	}
}

// A searcher that has just started reads the words of the corpus first.
func BenchmarkFirstSearch(b *testing.B) {
	st := storetest.New(b)
	if _, err := ingest.SyncEmbedded(b.Context(), st, corpus.FS); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		search(b, New(st, Options{}), Query{Text: questions[0]})
	}
}

// What is asked with a word may be told with an expression, and the other way round.
func TestExpressionsAreSearched(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	put(t, st, article("fair", "The fair", "The summer fair was called off by the town council.", "Nine sailors lost their lives near Orkel."),
		article("mill", "The mill", "The mill halted its machines in March.", "Its director resigned a week later."))
	for question, want := range map[string]string{
		"Who cancelled it?":         "fair#0",
		"Where did people die?":     "fair#1",
		"When did he step down?":    "mill#1",
		"Why was it put to a stop?": "mill#0",
	} {
		hits := search(t, New(st, Options{}), Query{Text: question}).Hits
		if len(hits) == 0 || hits[0].Passage.ID != want {
			t.Errorf("%q finds %d passages, want %q first", question, len(hits), want)
		}
	}
}
