package answer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Whole articles give many values near what is asked: questions that were once answered with a
// contradiction of things that do not belong together.
func TestNoFalseDisagreementInNews(t *testing.T) {
	t.Parallel()
	for story, questions := range map[string]map[string]string{
		"court": {"When was Tolliver convicted?": "Tuesday", "How long did the trial take?": "six-week", "when is the election": "", "how many women were on the jury": "seven"},
		"strike": {
			"how long did the strike last": "", "how many dockers are there": "2,300",
		},
		"storm": {"when will the cannery open again": "May 20", "how many people were seriously injured": "four", "should bessa resign": ""},
	} {
		r := overArticles(t, news(t, story))
		for question, want := range questions {
			a := r.ask(t, Question{Text: question})
			r.checkAnswer(t, a)
			if a.ShortAnswer != want {
				t.Errorf("%s: the short answer is %q, want %q", question, a.ShortAnswer, want)
			}
			if len(a.Disagreements) > 0 {
				t.Errorf("%s: a false disagreement: %s", question, a.Text)
			}
		}
	}
}

// A place where something else happened is none where this did.
func TestNoFalseDisagreementOnPlaces(t *testing.T) {
	t.Parallel()
	r := overPath(t, sharedPath(t, "seeds"))
	if a := r.ask(t, Question{Text: "From which country was Alaska bought?"}); len(a.Disagreements) > 0 {
		t.Errorf("a false disagreement: %s", a.Text)
	}
}

// news are the articles of an invented story, with the day on which each was written.
func news(t *testing.T, story string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "internal", "eval", "testdata", "invented", story, "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles of %s: %v", story, err)
	}
	articles := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Clean(f))
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(b), "\n")
		id, published := strings.TrimSuffix(filepath.Base(f), ".txt"), ""
		for line := range strings.Lines(body) {
			if day, err := time.Parse("January 2, 2006", strings.TrimSpace(line)); err == nil {
				published = "published: " + day.Format(time.DateOnly) + "\n"
				break
			}
		}
		articles[id] = fmt.Sprintf("---\nid: %s\ntitle: %q\nlang: en\n%s---\n\n%s", id, title, published, body)
	}
	return articles
}
