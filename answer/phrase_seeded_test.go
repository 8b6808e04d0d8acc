package answer

import (
	"encoding/json"
	"fmt"
	"io/fs"
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
	return readLines[phrasedCase](tb, name)
}

// readLines reads a file under testdata with a JSON value in each line.
func readLines[T any](tb testing.TB, name string) []T {
	tb.Helper()
	data, err := fs.ReadFile(os.DirFS("testdata"), name)
	if err != nil {
		tb.Fatal(err)
	}
	var all []T
	for line := range strings.Lines(string(data)) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			tb.Fatal(err)
		}
		all = append(all, v)
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
	f := r.newFound(tb.Context(), res, frame{}, Question{})
	p := &phrasing{found: f, material: newMaterial(f), language: "en"}
	var refs []prompt.Ref
	for _, span := range c.Spans {
		at := slices.IndexFunc(refsOf(p.material), func(ref prompt.Ref) bool {
			e := p.material.at(ref)
			return e.Hit.Article.Title == c.Title && strings.Contains(e.Text(), span)
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

// measurePhrased counts what is withheld of the statements in a file, as an answer
// would. What goes wrong is told where that is wanted.
func measurePhrased(tb testing.TB, file string, tell func(format string, args ...any)) measured {
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
		if m.count("right", ok); !ok {
			tell("withheld: %s", c.Right)
		}
		for _, w := range c.Wrong {
			ok := shown(w.Text)
			if m.count(w.Kind, ok); ok {
				tell("missed %s: %s", w.Kind, w.Text)
			}
		}
	}
	return m
}

// TestPhrasedStatements holds how many seeded errors are caught and how many right
// statements are withheld. phrased_dev.jsonl is what the rules were made with.
// phrased.jsonl was written before them and is left alone: its sentences are not
// told, so that no rule is made for one of them. One hand wrote both and the rules,
// so that other sentences may fare worse.
func TestPhrasedStatements(t *testing.T) {
	t.Parallel()
	quiet := func(string, ...any) {}
	for _, tt := range []struct {
		file string
		tell func(string, ...any)
		// Shares in percent: of all errors and of negations that are caught at
		// least, of right statements that are withheld at most, and of statements
		// with something added that are withheld at least.
		caught, negations, withheld, added int
	}{
		{"phrased.jsonl", quiet, 97, 88, 10, 80},
		{"phrased_dev.jsonl", t.Logf, 96, 87, 12, 75},
	} {
		t.Run(tt.file, func(t *testing.T) {
			t.Parallel()
			m := measurePhrased(t, tt.file, tt.tell)
			all, caught := m.wrong()
			t.Logf("%d of %d errors caught%s", caught, all, m)
			if caught*100 < all*tt.caught {
				t.Errorf("caught %d of %d errors, want %d %%", caught, all, tt.caught)
			}
			atLeast := func(kind string, want int) {
				if m.withheld[kind]*100 < m.all[kind]*want {
					t.Errorf("withheld %d of %d: %s, want %d %%", m.withheld[kind], m.all[kind], kind, want)
				}
			}
			atLeast("negation", tt.negations)
			atLeast(added, tt.added)
			if m.withheld["right"]*100 > m.all["right"]*tt.withheld {
				t.Errorf("withheld %d of %d right statements, want %d %% at most", m.withheld["right"], m.all["right"], tt.withheld)
			}
		})
	}
}
