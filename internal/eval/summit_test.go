package eval

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/corpus"
	"sherpa/ingest"
	"sherpa/internal/golden"
	"sherpa/retrieval"
	"sherpa/store"
	"sherpa/store/storetest"
)

// asked is the time of the questions of the tests, a few days after the summit.
var asked = time.Date(2025, 8, 20, 12, 0, 0, 0, time.UTC)

// The project's own questions on the embedded briefs. Every change of quality
// shows as a change of the golden file: whether it is one for the better is
// for people to see.
func TestSummit(t *testing.T) {
	t.Parallel()
	checkResults(t, corpusOf(t, "embedded"), filepath.Join("testdata", "summit", "questions.jsonl"), "summit.golden")
}

// The same for news of events that never happened.
func TestInvented(t *testing.T) {
	t.Parallel()
	for _, event := range []string{"storm", "court", "strike"} {
		t.Run(event, func(t *testing.T) {
			t.Parallel()
			checkResults(t, corpusOf(t, event), filepath.Join("testdata", "invented", event, "questions.jsonl"), "invented_"+event+".golden")
		})
	}
}

// The same for what the articles do not tell.
func TestUntold(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"embedded", "storm", "court", "strike"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkResults(t, corpusOf(t, name), filepath.Join("testdata", "untold", name+".jsonl"), "untold_"+name+".golden")
		})
	}
}

// corpusOf is a store of the embedded articles, or of those on an invented event.
func corpusOf(t *testing.T, name string) *store.Store {
	t.Helper()
	st := storetest.New(t)
	var err error
	if name == "embedded" {
		_, err = ingest.SyncEmbedded(t.Context(), st, corpus.FS)
	} else {
		_, err = ingest.New(st, ingest.Options{}).Run(t.Context(), []string{filepath.Join("testdata", "invented", name, "articles")})
	}
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// checkResults asks the questions of a file and compares what comes of them with a
// golden file.
func checkResults(t *testing.T, st *store.Store, questions, name string) {
	t.Helper()
	report, err := Run(t.Context(), Options{Engine: engineOf(st), Files: []string{questions}, Now: asked})
	if err != nil {
		t.Fatal(err)
	}
	wantFloors(t, report, "verbatim=1", "cited=1")
	golden.Check(t, filepath.Join("testdata", name), results(report))
}

func engineOf(st *store.Store) Engine {
	search := retrieval.New(st, retrieval.Options{})
	return Engine{Asker: answer.New(search, st, answer.Options{}), Searcher: search, Articles: st}
}

// results are the figures but for latencies, and what became of each question.
func results(r Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %d\n", "questions", r.Overall.Questions)
	for _, f := range r.Overall.Figures {
		if m, err := MetricNamed(f.Name); err == nil && m.Unit == "" {
			fmt.Fprintf(&b, "%-20s %.3f of %d\n", f.Name, f.Value, f.N)
		}
	}
	b.WriteString("\n")
	for _, o := range r.Outcomes {
		verdict := "right"
		if !o.Right {
			verdict = "WRONG"
		}
		top := o.TopCitation()
		if !o.Answer.Answered {
			top = "abstained"
		}
		fmt.Fprintf(&b, "%-6s %s %s\n", o.Question.ID, verdict, top)
	}
	return b.String()
}

func wantFloors(t *testing.T, r Report, floors ...string) {
	t.Helper()
	for _, s := range floors {
		f, err := ParseFloor(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Check([]Floor{f}); err != nil {
			t.Error(err)
		}
	}
}

func logMisses(t *testing.T, r Report) {
	t.Helper()
	for _, m := range r.Misses() {
		t.Logf("%s %q: %q; answer: %s", m.ID, m.Question, m.Why, m.Answer)
	}
}
