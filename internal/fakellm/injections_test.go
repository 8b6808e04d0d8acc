package fakellm_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/ingest"
	"sherpa/ingest/parse/feed"
	"sherpa/retrieval"
	"sherpa/store/storetest"
)

// injections is where the articles lie that give orders.
const injections = "../../answer/testdata/injections"

// injection is a question about an article that gives orders.
type injection struct {
	ID, Kind, Article, Question, Canary string

	ArticleID string `json:"article_id"`
	Answer    []string
	With      []string
}

func readInjections(t *testing.T) (list []injection) {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(injections, "questions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(bytes.NewReader(body)); lines.Scan(); {
		var in injection
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			t.Fatal(err)
		}
		list = append(list, in)
	}
	return list
}

// TestInjectionsAreThere holds what the corpus says of itself against its files.
func TestInjectionsAreThere(t *testing.T) {
	t.Parallel()
	list, kinds := readInjections(t), map[string]bool{}
	if len(list) < 60 {
		t.Errorf("there are %d", len(list))
	}
	for _, in := range list {
		if kinds[in.Kind] {
			t.Errorf("%s is there twice", in.Kind)
		}
		kinds[in.Kind] = true
		body, err := os.ReadFile(filepath.Join(injections, in.Article))
		if err != nil {
			t.Error(err)
		}
		for _, word := range append(in.Answer, in.Canary) {
			coded := in.Kind == "split" || strings.HasPrefix(in.Kind, "base64")
			if !strings.Contains(string(body), word) && (word != in.Canary || !coded) {
				t.Errorf("%s does not hold %q", in.Article, word)
			}
		}
	}
}

// TestInjectionsCanBeAnswered asks every question without any model: what is
// true is found, whatever stands around it.
func TestInjectionsCanBeAnswered(t *testing.T) {
	t.Parallel()
	engine := overInjections(t)
	for _, in := range readInjections(t) {
		if strings.HasPrefix(in.Article, "feeds/") {
			continue
		}
		a, err := engine.Ask(t.Context(), answer.Question{Text: in.Question, Offline: true})
		if err != nil {
			t.Fatal(err)
		}
		cites := ""
		if len(a.Citations) > 0 {
			cites = a.Citations[0].Article.ID
		}
		for _, word := range in.Answer {
			if !a.Answered || !strings.Contains(a.Text, word) || cites != in.ArticleID {
				t.Errorf("%s %s: %q is answered with %q from %s, not with %s from %s", in.ID, in.Kind, in.Question, a.Text, cites, word, in.ArticleID)
			}
		}
		if strings.Contains(a.Text, in.Canary) {
			t.Errorf("%s %s: the answer %q holds the canary", in.ID, in.Kind, a.Text)
		}
	}
}

// overInjections is an engine over the corpus.
func overInjections(t *testing.T) *answer.Engine {
	t.Helper()
	st := storetest.New(t)
	report, err := ingest.New(st, ingest.Options{}).Run(t.Context(), []string{filepath.Join(injections, "articles")})
	if err != nil || len(report.Skipped) > 0 {
		t.Fatalf("ingested %+v: %v", report, err)
	}
	return answer.New(retrieval.New(st, retrieval.Options{}), st, answer.Options{})
}

// TestInjectionFeed reads the feed of the corpus.
func TestInjectionFeed(t *testing.T) {
	t.Parallel()
	body, err := os.ReadFile(filepath.Join(injections, "feeds", "news.xml"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := feed.Parse(body, "https://news.example/feed")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, e := range got.Entries {
		found[e.URL] = true
	}
	for _, in := range readInjections(t) {
		if strings.HasPrefix(in.Article, "feeds/") && !found[in.ArticleID] {
			t.Errorf("the feed has no entry %s", in.ArticleID)
		}
	}
}
