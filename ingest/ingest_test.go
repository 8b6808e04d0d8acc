package ingest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

const ferry = "Ferry sails again\nMarch 3, 2024\nThe ferry of Norvik sails on Friday. It was laid up for two years.\n"

func TestRunTakesEveryKind(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	dir := writeFiles(t, map[string]string{
		"a.txt":          ferry,
		"sub/b.md":       "---\ntitle: The pier\nurl: https://Coast.example/pier?utm_source=x#top\n---\nThe pier is old, the council says.",
		"sub/deep/c.htm": "<html><body><article><h1>The boat</h1>" + strings.Repeat("<p>"+sentence("boat", 30)+" The boat is new, and it sails well.</p>", 5) + "</article></body></html>",
		"d.jsonl":        `{"id":"d1","title":"Gulls","paragraphs":["Gulls sleep here."]}` + "\n\n" + `{"title":"Seals","text":"Seals do too."}`,
		".hidden.txt":    ferry,
		".git/e.txt":     ferry,
	})
	report := run(t, st, dir)
	want := ingest.Report{Added: 5, Skipped: []ingest.Skip{}, Passages: report.Passages}
	if diff := cmp.Diff(want, report); diff != "" || report.Passages < 6 {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	wantIDs := []string{"d-3", "d1", "https://coast.example/pier", "sub/deep/c", "a"}
	if diff := cmp.Diff(wantIDs, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

func TestRunStoresWhatTheInputSays(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	now := time.Date(2024, 3, 4, 5, 6, 7, 0, time.UTC)
	dir := writeFiles(t, map[string]string{"ferry.txt": ferry})
	in := ingest.New(st, ingest.Options{Now: func() time.Time { return now }})
	if _, err := in.Run(t.Context(), []string{filepath.Join(dir, "ferry.txt")}); err != nil {
		t.Fatal(err)
	}
	a, err := st.Article(t.Context(), "ferry")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Hash) != 64 || a.Simhash == 0 || !a.Added.Equal(now) {
		t.Errorf("hash %q, simhash %x, added %v", a.Hash, a.Simhash, a.Added)
	}
	a.Hash, a.Simhash, a.Added = "", 0, time.Time{}
	want := store.Article{
		ID: "ferry", Title: "Ferry sails again", Published: "2024-03-03",
		Text: "March 3, 2024\n\nThe ferry of Norvik sails on Friday. It was laid up for two years.",
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("article (-want +got):\n%s", diff)
	}
	passages, err := st.Passages(t.Context(), "ferry")
	if err != nil || len(passages) != 1 || passages[0].ID != "ferry#0" || !passages[0].Lead ||
		passages[0].Text != "The ferry of Norvik sails on Friday. It was laid up for two years." {
		t.Errorf("passages %+v, %v", passages, err)
	}
}

func TestRunSeesChanges(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	dir := writeFiles(t, map[string]string{"a.txt": ferry, "b.txt": "Pier\nThe pier is old."})
	if got := run(t, st, dir); got.Added != 2 || got.Passages != 2 {
		t.Fatalf("first run: %+v", got)
	}
	if got := run(t, st, dir); got.Unchanged != 2 || got.Added+got.Updated+got.Passages != 0 {
		t.Errorf("second run: %+v", got)
	}
	rewrite(t, filepath.Join(dir, "a.txt"), strings.Replace(ferry, "Friday", "Sunday", 1))
	if got := run(t, st, dir); got.Unchanged != 1 || got.Updated != 1 || got.Passages != 1 {
		t.Errorf("after a change of the text: %+v", got)
	}
	rewrite(t, filepath.Join(dir, "b.txt"), "Old pier\nThe pier is old.")
	if got := run(t, st, dir); got.Unchanged != 1 || got.Updated != 1 {
		t.Errorf("after a change of the title: %+v", got)
	}
	a, err := st.Article(t.Context(), "a")
	if err != nil || !strings.Contains(a.Text, "Sunday") || strings.Contains(a.Text, "Friday") {
		t.Errorf("article %+v, %v", a, err)
	}
}

func rewrite(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRunReportsClashes(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	dir := writeFiles(t, map[string]string{
		"a.txt":   ferry,
		"a.md":    "# Pier\n\nThe pier is old.",
		"b.jsonl": `{"id":"x","text":"One."}` + "\n" + `{"id":"x","text":"Two."}`,
	})
	got := run(t, st, dir)
	want := ingest.Report{Added: 2, Passages: 2, Skipped: []ingest.Skip{
		{Input: filepath.Join(dir, "a.txt"), Reason: fmt.Sprintf("the id %q was taken by %s in this run; give one of the two another id or name", "a", filepath.Join(dir, "a.md"))},
		{Input: filepath.Join(dir, "b.jsonl"), Reason: fmt.Sprintf("the id %q was taken by %s in this run; give one of the two another id or name", "x", filepath.Join(dir, "b.jsonl"))},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if a, err := st.Article(t.Context(), "x"); err != nil || a.Text != "One." {
		t.Errorf("the first of the two is kept: %+v, %v", a, err)
	}
}

func TestReportJSON(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	dir := writeFiles(t, map[string]string{"a.txt": ferry})
	for input, want := range map[string]string{
		dir:   `{"added":1,"updated":0,"unchanged":0,"skipped":[],"passages":1,"duplicates":0}`,
		"nil": `{"added":0,"updated":0,"unchanged":0,"skipped":[{"input":"nil","reason":"there is no such file or folder; check the path"}],"passages":0,"duplicates":0}`,
	} {
		got, err := json.Marshal(run(t, st, input))
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, %v, want %s", input, got, err, want)
		}
	}
}

func TestRunWithoutInput(t *testing.T) {
	t.Parallel()
	if _, err := ingest.New(storetest.New(t), ingest.Options{}).Run(t.Context(), nil); !errors.Is(err, ingest.ErrNoInput) {
		t.Errorf("error %v, want ErrNoInput", err)
	}
}

// TestRunStopsBetweenArticles cancels a run in its middle: what is stored then
// are whole batches, and a later run completes them.
func TestRunStopsBetweenArticles(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	const articles = 250
	files := map[string]string{}
	for i := range articles {
		files[fmt.Sprintf("%03d.txt", i)] = sentence(fmt.Sprint("n", i), 45) + "\n" + sentence(fmt.Sprint("m", i), 45)
	}
	dir := writeFiles(t, files)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	in := ingest.New(st, ingest.Options{Progress: func(p ingest.Progress) {
		if p.Articles == 150 {
			cancel()
		}
	}})
	report, err := in.Run(ctx, []string{dir})
	if !errors.Is(err, context.Canceled) || report.Added != 100 {
		t.Fatalf("report %+v, %v; want 100 added and a cancelled context", report, err)
	}
	if got := ids(t, st); len(got) != 100 {
		t.Errorf("%d articles are stored, want 100", len(got))
	}
	if got := run(t, st, dir); got.Added != articles-100 || got.Unchanged != 100 {
		t.Errorf("the next run: %+v", got)
	}
	stats, err := st.Stats(t.Context())
	if err != nil || stats.Articles != articles || stats.Passages != 2*articles {
		t.Errorf("stats %+v, %v", stats, err)
	}
}

// TestRunSurvivesARefusal gives the store an article that it refuses among
// others, which it then has to take.
func TestRunSurvivesARefusal(t *testing.T) {
	t.Parallel()
	st := refusing{storetest.New(t), "b"}
	dir := writeFiles(t, map[string]string{"a.txt": ferry, "b.txt": "Pier\nThe pier is old.", "c.txt": "Gulls\nGulls sleep here."})
	got, err := ingest.New(st, ingest.Options{}).Run(t.Context(), []string{dir})
	want := ingest.Report{Added: 2, Passages: 2, Skipped: []ingest.Skip{{Input: filepath.Join(dir, "b.txt"), Reason: "invalid article: b"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// refusing is a store that refuses one id, as the real one does with articles
// whose offsets are wrong, which ingest never makes.
type refusing struct {
	*store.Store
	id string
}

func (r refusing) PutAll(ctx context.Context, entries []store.Entry) ([]store.Outcome, error) {
	for _, e := range entries {
		if e.Article.ID == r.id {
			return nil, fmt.Errorf("%w: %s", store.ErrInvalid, r.id)
		}
	}
	return r.Store.PutAll(ctx, entries)
}

func TestRunFailsWithTheStore(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	dir := writeFiles(t, map[string]string{"a.txt": ferry})
	if _, err := ingest.New(st, ingest.Options{}).Run(t.Context(), []string{dir}); err == nil {
		t.Error("no error from a closed store")
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	dir := writeFiles(t, map[string]string{"a.txt": ferry, "b.pdf": "%PDF-1.4", "c.txt": "Pier\nThe pier is old."})
	var got []ingest.Progress
	in := ingest.New(storetest.New(t), ingest.Options{Progress: func(p ingest.Progress) { got = append(got, p) }})
	if _, err := in.Run(t.Context(), []string{dir}); err != nil {
		t.Fatal(err)
	}
	want := []ingest.Progress{
		{Input: filepath.Join(dir, "a.txt"), Articles: 1},
		{Input: filepath.Join(dir, "b.pdf"), Articles: 1, Skipped: 1},
		{Input: filepath.Join(dir, "c.txt"), Articles: 2, Skipped: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
}
