package eval

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/retrieval"
	"sherpa/store"
)

// scripted answers by the question's text, and remembers what it was asked. It
// stands in for the engine where a test needs answers that no engine would give
// on demand.
type scripted struct {
	answers map[string]answer.Answer
	hits    map[string][]retrieval.Hit
	texts   map[string]string

	mu    sync.Mutex
	asked []answer.Question
}

var errUnscripted = errors.New("no such answer")

func (s *scripted) Ask(_ context.Context, q answer.Question) (answer.Answer, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, q)
	a, ok := s.answers[q.Text]
	if !ok {
		return a, errUnscripted
	}
	return a, nil
}

func (s *scripted) Search(_ context.Context, q retrieval.Query) (retrieval.Result, error) {
	return retrieval.Result{Hits: s.hits[q.Text]}, nil
}

func (s *scripted) Article(_ context.Context, id string) (store.Article, error) {
	text, ok := s.texts[id]
	if !ok {
		return store.Article{}, errUnscripted
	}
	return store.Article{ID: id, Text: text}, nil
}

func (s *scripted) engine() Engine { return Engine{Asker: s, Searcher: s, Articles: s} }

func questionFile(t *testing.T, lines ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "questions.jsonl")
	writeFile(t, name, strings.Join(lines, "\n"))
	return name
}

// values are the figures of a summary by name, without latencies.
func values(s Summary) map[string]float64 {
	got := map[string]float64{}
	for _, f := range s.Figures {
		if m, err := MetricNamed(f.Name); err == nil && m.Unit == "" {
			got[f.Name] = round(f.Value)
		}
	}
	return got
}

func timed(a answer.Answer, ms, confidence float64) answer.Answer {
	a.Timing.Total, a.Confidence = ms, confidence
	return a
}

func TestRun(t *testing.T) {
	t.Parallel()
	tampered := said("b: Two.")
	tampered.Citations[0].Start, tampered.Citations[0].End = 1, 5
	engine := &scripted{
		answers: map[string]answer.Answer{
			"right": timed(short(said("a: One."), "one"), 1, 0.9),
			"wrong": timed(tampered, 2, 0.4),
			"none":  timed(abstained, 3, 0.4),
		},
		hits:  map[string][]retrieval.Hit{"right": {hit("a", "One.")}, "wrong": {hit("x", "-"), hit("b", "Three.")}},
		texts: map[string]string{"a": "One.", "b": "Two. Three."},
	}
	file := questionFile(t,
		`{"id":"1","type":"x","question":"right","answers":["one"],"evidence":[{"article":"a","text":"One."}],"conflict":[]}`,
		`{"id":"2","type":"y","question":"wrong","answers":["three"],"evidence":[{"article":"b","text":"Three."}]}`,
		`{"id":"3","type":"y","question":"none","answerable":false}`)
	for _, workers := range []int{0, 2} {
		var steps []int
		report, err := Run(t.Context(), Options{
			Engine: engine.engine(), Files: []string{file}, Workers: workers,
			Progress: func(done, total int) { steps = append(steps, 10*done+total) },
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]int{13, 23, 33}, steps); diff != "" {
			t.Errorf("%d workers, progress (-want +got):\n%s", workers, diff)
		}
		want := map[string]float64{
			"right": 0.6667, "answered": 1, "top1": 0.5, "top3": 0.5, "em": 0.5, "f1": 0.5, "short_shown": 0.5, "short_right": 1,
			"r1": 0.5, "r5": 1, "r10": 1, "r20": 1, "mrr10": 0.75,
			"abstain_precision": 1, "abstain_recall": 1, "abstain_f1": 1, "auc": 0.75, "calibration_error": 0.25,
			"citation_precision": 1, "citation_recall": 1, "verbatim": 0.5, "cited": 1, "false_alarms": 0, "misled": 0, "owned_up": 1, "outright_right": 0.5,
		}
		if diff := cmp.Diff(want, values(report.Overall)); diff != "" {
			t.Errorf("%d workers, overall (-want +got):\n%s", workers, diff)
		}
		if p50, _ := report.Metric("p50_ms"); p50 != 2 {
			t.Errorf("p50_ms = %v, want 2", p50)
		}
		if len(report.ByType) != 2 || report.ByType[1].Type != "y" || report.ByType[1].Questions != 2 {
			t.Errorf("by type: %+v", report.ByType)
		}
		misses := report.Misses()
		if len(misses) != 1 || misses[0].ID != "2" || misses[0].Rank != 2 || misses[0].Line != 2 {
			t.Errorf("misses: %+v", misses)
		}
	}
}

// A message that asks several is remembered as all that it asked.
func TestRunRemembersParts(t *testing.T) {
	t.Parallel()
	several := said("a: One.", "b: Two.")
	several.Parts = []answer.Answer{{Question: "Who?"}, {Question: "When?", UnderstoodAs: "When was One?"}}
	engine := &scripted{answers: map[string]answer.Answer{"Who? When?": several, "Why?": said("a: One.")}}
	file := questionFile(t, `{"thread":"t","question":"Who? When?"}`, `{"thread":"t","question":"Why?"}`)
	if _, err := Run(t.Context(), Options{Engine: Engine{Asker: engine}, Files: []string{file}}); err != nil {
		t.Fatal(err)
	}
	want := []answer.Turn{{Question: "Who?\nWhen was One?", Answer: several}}
	if diff := cmp.Diff(want, engine.asked[1].History); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
}

func TestRunConversations(t *testing.T) {
	t.Parallel()
	resolved := said("a: He was.")
	resolved.UnderstoodAs = "Was Witkoff there?"
	engine := &scripted{answers: map[string]answer.Answer{
		"Who is Witkoff?": said("a: An envoy."), "Was he there?": resolved, "And then?": abstained, "Alone?": said("a: b."),
	}}
	asked := time.Date(2025, 8, 16, 0, 0, 0, 0, time.UTC)
	report, err := Run(t.Context(), Options{Engine: Engine{Asker: engine}, Now: asked, Files: []string{questionFile(t,
		`{"thread":"t","question":"Who is Witkoff?"}`,
		`{"question":"Alone?","since":"2025-08-01","source":"a","asked":"2024-01-01T00:00:00Z"}`,
		`{"thread":"t","question":"Was he there?"}`,
		`{"thread":"t","question":"And then?"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	first := answer.Turn{Question: "Who is Witkoff?", Answer: said("a: An envoy.")}
	second := answer.Turn{Question: "Was Witkoff there?", Answer: resolved}
	want := []answer.Question{
		{Text: "Who is Witkoff?", Asked: asked},
		{Text: "Was he there?", Asked: asked, History: []answer.Turn{first}},
		{Text: "And then?", Asked: asked, History: []answer.Turn{first, second}},
		{Text: "Alone?", Since: "2025-08-01", Source: "a", Asked: asked.AddDate(-1, -7, -15)},
	}
	if diff := cmp.Diff(want, engine.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	f, _ := report.Overall.Figure("followups")
	if f.N != 2 || f.Value != 0.5 {
		t.Errorf("follow-ups: %+v, want one of two", f)
	}
	if report.Outcomes[1].Question.Text != "Alone?" {
		t.Errorf("outcomes are out of order: %q", report.Outcomes[1].Question.Text)
	}
}

type closeCounter struct{ closed int }

func (c *closeCounter) Close() error { c.closed++; return nil }

func TestRunDocs(t *testing.T) {
	t.Parallel()
	engine := &scripted{
		answers: map[string]answer.Answer{
			"apart":   disagreeing(said("d: a."), "a"),
			"missed":  said("d: a."),
			"alarm":   disagreeing(said("d: a."), "a"),
			"quiet":   said("d: a."),
			"silence": abstained,
		},
		texts: map[string]string{"d": "a."},
	}
	var stores closeCounter
	open := func(_ context.Context, docs []Doc) (Engine, io.Closer, error) {
		if len(docs) != 1 || docs[0].ID != "d" {
			t.Errorf("opened with %+v", docs)
		}
		return engine.engine(), &stores, nil
	}
	docs := `,"docs":[{"id":"d","text":"a."}]}`
	report, err := Run(t.Context(), Options{OpenDocs: open, Files: []string{questionFile(t,
		`{"question":"apart","conflict":true`+docs, `{"question":"missed","conflict":true`+docs,
		`{"question":"alarm","conflict":false`+docs, `{"question":"quiet","conflict":false`+docs,
		`{"question":"quiet","conflict":false`+docs, `{"question":"silence","conflict":false`+docs)}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{
		"right": 0.5, "disagreement_recall": 0.5, "false_alarms": 0.25, "outright_right": 0.6, "balanced_accuracy": 0.625, "cited": 1, "verbatim": 1,
	}
	if diff := cmp.Diff(want, values(report.Overall)); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if stores.closed != 6 {
		t.Errorf("%d of 6 stores were closed", stores.closed)
	}
}

var errNotClosed = errors.New("not closed")

type stuck struct{}

func (stuck) Close() error { return errNotClosed }

func TestRunReportsStoresThatStayOpen(t *testing.T) {
	t.Parallel()
	engine := &scripted{answers: map[string]answer.Answer{"q": abstained}}
	open := func(context.Context, []Doc) (Engine, io.Closer, error) { return Engine{Asker: engine}, stuck{}, nil }
	file := questionFile(t, `{"question":"q","docs":[{"id":"d","text":"a."}]}`)
	if _, err := Run(t.Context(), Options{OpenDocs: open, Files: []string{file}}); !errors.Is(err, errNotClosed) {
		t.Errorf("error %v, want errNotClosed", err)
	}
}

func TestRunFails(t *testing.T) {
	t.Parallel()
	file := questionFile(t, `{"id":"ok","question":"ok"}`, `{"id":"odd","question":"odd"}`)
	engine := &scripted{answers: map[string]answer.Answer{"ok": said("a: b.")}}
	_, err := Run(t.Context(), Options{Engine: Engine{Asker: engine}, Files: []string{file}})
	if !errors.Is(err, errUnscripted) || !strings.Contains(err.Error(), file+":2: question odd") {
		t.Errorf("a failing question: error %v", err)
	}
	_, err = Run(t.Context(), Options{Engine: Engine{Asker: engine, Articles: engine}, Files: []string{file}})
	if !errors.Is(err, errUnscripted) || !strings.Contains(err.Error(), "article a") {
		t.Errorf("a citation of no article: error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, Options{Engine: Engine{Asker: engine}, Files: []string{file}}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run: error %v", err)
	}
}
