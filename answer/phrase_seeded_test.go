package answer

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sherpa/answer/prompt"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/retrieval"
)

// phrasedCase is a statement as a good model makes it of sentences of an article,
// and what it turns into with one error.
type phrasedCase struct {
	Title  string   `json:"title"`
	Before string   `json:"before"`
	Spans  []string `json:"spans"`
	Right  string   `json:"right"`
	Wrong  []struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
	} `json:"wrong"`
}

func readPhrased(tb testing.TB, name string) []phrasedCase {
	tb.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var all []phrasedCase
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var c phrasedCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			tb.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

// overPhrased is an engine over the embedded briefs and the articles that the
// statements are made of.
func overPhrased(tb testing.TB) reports {
	tb.Helper()
	st := emptyStore(tb)
	if _, err := ingest.SyncEmbedded(tb.Context(), st, corpus.FS); err != nil {
		tb.Fatal(err)
	}
	report, err := ingest.New(st, ingest.Options{}).Run(tb.Context(), []string{filepath.Join("testdata", "phrased")})
	if err != nil || len(report.Skipped) > 0 {
		tb.Fatalf("ingested %+v: %v", report, err)
	}
	return reportsOn(tb, st)
}

// cite finds the sentences of a case as an answer does, and returns what holds
// statements against them, with the citations.
func (r reports) cite(tb testing.TB, c phrasedCase) (*phrasing, []prompt.Ref) {
	tb.Helper()
	res, err := r.search.Search(tb.Context(), retrieval.Query{Text: c.Title + " " + strings.Join(c.Spans, " "), K: passagesRead})
	if err != nil {
		tb.Fatal(err)
	}
	f := newFound(res)
	p := &phrasing{found: f, material: newMaterial(f), language: "en"}
	var refs []prompt.Ref
	for _, span := range c.Spans {
		at := slices.IndexFunc(refsOf(p.material), func(ref prompt.Ref) bool {
			e := p.material.at(ref)
			return e.hit.Article.Title == c.Title && strings.Contains(e.text(), span)
		})
		if at < 0 {
			tb.Fatalf("%s: not found: %q", c.Title, span)
		}
		refs = append(refs, refsOf(p.material)[at])
	}
	return p, refs
}

// refsOf are the citations of all sentences of a material.
func refsOf(m *material) []prompt.Ref {
	var refs []prompt.Ref
	for i := range m.sentences {
		for k := range m.sentences[i] {
			refs = append(refs, prompt.Ref{Passage: i, Sentence: k})
		}
	}
	return refs
}

// added is the kind of the statements that go beyond what they cite.
const added = "added"

// measured counts statements by kind: how many there are, and how many are
// withheld.
type measured struct{ all, withheld map[string]int }

func (m measured) count(kind string, shown bool) {
	m.all[kind]++
	if !shown {
		m.withheld[kind]++
	}
}

func (m measured) String() string {
	var b strings.Builder
	for _, kind := range []string{"right", "number", "date", "duration", "name", "quote", "negation", "qualifier", "opposite", added} {
		fmt.Fprintf(&b, "\n%-10s %3d of %3d withheld", kind, m.withheld[kind], m.all[kind])
	}
	return b.String()
}

// wrong are the counts of all kinds of seeded errors.
func (m measured) wrong() (all, caught int) {
	for kind, n := range m.all {
		if kind != "right" && kind != added {
			all, caught = all+n, caught+m.withheld[kind]
		}
	}
	return all, caught
}

func measurePhrased(tb testing.TB, file string) measured {
	tb.Helper()
	r := overPhrased(tb)
	m := measured{map[string]int{}, map[string]int{}}
	for _, c := range readPhrased(tb, file) {
		p, refs := r.cite(tb, c)
		shown := func(s string) bool {
			_, ok := p.verified(prompt.Said{Text: s, Cited: refs})
			return ok
		}
		ok := shown(c.Right)
		m.count("right", ok)
		if !ok {
			tb.Logf("withheld: %s", c.Right)
		}
		for _, w := range c.Wrong {
			ok := shown(w.Text)
			m.count(w.Kind, ok)
			if ok {
				tb.Logf("missed %s: %s", w.Kind, w.Text)
			}
		}
	}
	return m
}

func TestPhrasedDev(t *testing.T) {
	t.Parallel()
	t.Log(measurePhrased(t, "phrased_dev.jsonl"))
}

func TestPhrasedMeasured(t *testing.T) {
	t.Parallel()
	t.Log(measurePhrased(t, "phrased.jsonl"))
}
