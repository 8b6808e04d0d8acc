package eval

import (
	"errors"
	"os"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/store"
)

var twoAccounts = []Doc{
	{ID: "d0", Text: "The bridge at Norvik was opened in 1911 after four years of work, and the mayor spoke.", Label: "correct", Answer: "1911"},
	{ID: "d1", Text: "In Norvik, the old bridge across the river was opened in 1923, as the town's chronicle has it.", Answer: "1923"},
}

func TestOpenDocs(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	engine, closer, err := OpenDocs(t.Context(), twoAccounts)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range twoAccounts {
		a, err := engine.Articles.Article(t.Context(), d.ID)
		if err != nil || a.Text != d.Text {
			t.Errorf("article %s is %q, %v", d.ID, a.Text, err)
		}
	}
	a, err := engine.Asker.Ask(t.Context(), answer.Question{Text: "When was the bridge at Norvik opened?"})
	if err != nil || !a.Answered || !strings.Contains(everythingSaid(a), "1911") {
		t.Errorf("answer %q, %v", a.Text, err)
	}
	if _, err := engine.Articles.Article(t.Context(), "d9"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an unknown article: error %v", err)
	}
	if err := closer.Close(); err != nil {
		t.Error(err)
	}
	wantEmpty(t, temp)
}

func TestOpenDocsLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	if _, _, err := OpenDocs(t.Context(), []Doc{{ID: "d0", Text: "\x00"}}); err == nil {
		t.Error("a store of nothing was opened")
	}
	wantEmpty(t, temp)
	line := `{"question":"When was the bridge at Norvik opened?","conflict":false,"docs":[{"id":"d0","text":"The bridge at Norvik was opened in 1911."}]}`
	report, err := Run(t.Context(), Options{Files: []string{questionFile(t, line)}})
	if err != nil {
		t.Fatal(err)
	}
	if alarms, ok := report.Metric("false_alarms"); !ok || alarms != 0 {
		t.Errorf("one article disagrees with itself: %+v", report.Outcomes[0].Answer.Disagreements)
	}
	wantEmpty(t, temp)
}

func wantEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("%d entries are left behind, one of them %s", len(left), left[0].Name())
	}
}
