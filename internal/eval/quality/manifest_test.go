package quality

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadManifest(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"sets.yaml": `
sets:
  - {name: one, articles: embedded, questions: q.jsonl, asked: 2025-08-20, own: true, goals: {right: 1}}
  - {name: two, questions: s.jsonl, blind: true, baselines: [{method: m, figures: {r1: 0.5}}]}
`})
	got, err := ReadManifest(filepath.Join(dir, "sets.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	want := Manifest{Dir: dir, Sets: []Set{
		{Name: "one", Articles: Embedded, Questions: "q.jsonl", Asked: "2025-08-20", Own: true, Goals: map[string]float64{"right": 1}},
		{Name: "two", Questions: "s.jsonl", Blind: true, Baselines: []Baseline{{"m", map[string]float64{"r1": 0.5}}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ReadManifest (-want +got):\n%s", diff)
	}
	rest, left := got.WithoutBlind()
	if len(rest.Sets) != 1 || rest.Sets[0].Name != "one" || len(left) != 1 || left[0] != "two" {
		t.Errorf("without blind sets: %+v, left out %q", rest.Sets, left)
	}
}

func TestReadManifestRefuses(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ content, says string }{
		"an unknown field":  {"sets: [{name: a, questions: q, quest: x}]", "quest"},
		"no questions":      {"sets: [{name: a}]", "needs name and questions"},
		"an unknown metric": {"sets: [{name: a, questions: q, goals: {rigth: 1}}]", "rigth"},
		"an unknown figure": {"sets: [{name: a, questions: q, baselines: [{method: m, figures: {rr: 1}}]}]", "rr"},
		"a bad day":         {"sets: [{name: a, questions: q, asked: yesterday}]", "asked"},
		"a name twice":      {"sets: [{name: a, questions: q}, {name: a, questions: p}]", "two sets"},
	} {
		_, err := ReadManifest(filepath.Join(write(t, map[string]string{"m.yaml": tc.content}), "m.yaml"))
		if !errors.Is(err, ErrManifest) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s: error %v, want one that says %q", name, err, tc.says)
		}
	}
	if _, err := ReadManifest(filepath.Join(t.TempDir(), "none.yaml")); err == nil || errors.Is(err, ErrManifest) {
		t.Errorf("a missing file: error %v", err)
	}
}

func TestRepositoryManifest(t *testing.T) {
	t.Parallel()
	m, err := ReadManifest(filepath.Join("..", "testdata", "sets.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	found, _, err := Find(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 || found[0].Name != "embedded" || !found[0].Own {
		t.Errorf("the project's own set is not found: %+v", found)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"sets/known/questions.jsonl": "", "sets/known/articles.jsonl": "", "sets/new/sets.jsonl": "",
		"sets/folder/questions.jsonl": "", "sets/folder/articles/a.txt": "", "sets/notes/readme.txt": "",
		"sets/claims.jsonl": "", "seeds/a.txt": "", "sets/loose.jsonl": "", "manifest/own.jsonl": "",
	})
	m := Manifest{Dir: filepath.Join(dir, "manifest"), Sets: []Set{
		{Name: "own", Articles: Embedded, Questions: "own.jsonl"},
		{Name: "loose", Articles: "../seeds", Questions: "loose.jsonl", Checks: Checks{Claims: "claims.jsonl", Events: "gone.jsonl"}},
		{Name: "k", Articles: "known/articles.jsonl", Questions: "known/questions.jsonl"},
		{Name: "mixed", Articles: Embedded, Beside: []string{"../seeds", "known/articles.jsonl"}, Questions: "own.jsonl"},
		{Name: "nothing beside", Articles: Embedded, Beside: []string{"../seeds", "gone"}, Questions: "own.jsonl"},
		{Name: "gone", Questions: "gone.jsonl"},
		{Name: "no articles", Articles: "gone", Questions: "loose.jsonl"},
	}}
	sets := filepath.Join(dir, "sets")
	found, absent, err := Find(m, []string{sets, filepath.Join(sets, "new")})
	if err != nil {
		t.Fatal(err)
	}
	in := func(names ...string) string { return filepath.Join(append([]string{dir}, names...)...) }
	want := []Set{
		{Name: "own", Articles: Embedded, Questions: in("manifest", "own.jsonl")},
		{Name: "loose", Articles: in("seeds"), Questions: in("sets", "loose.jsonl"), Checks: Checks{Claims: in("sets", "claims.jsonl")}},
		{Name: "k", Articles: in("sets", "known", "articles.jsonl"), Questions: in("sets", "known", "questions.jsonl")},
		{Name: "mixed", Articles: Embedded, Beside: []string{in("seeds"), in("sets", "known", "articles.jsonl")}, Questions: in("manifest", "own.jsonl")},
		{Name: "folder", Title: "folder", Articles: in("sets", "folder", "articles"), Questions: in("sets", "folder", "questions.jsonl")},
		{Name: "new", Title: "new", Questions: in("sets", "new", "sets.jsonl")},
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"nothing beside", "gone", "no articles"}, absent); diff != "" {
		t.Errorf("absent (-want +got):\n%s", diff)
	}
	if _, _, err := Find(Manifest{}, []string{in("none")}); err == nil {
		t.Error("a folder that is not there is no error")
	}
}
