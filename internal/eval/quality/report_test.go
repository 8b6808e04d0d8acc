package quality

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/internal/eval"
	"sherpa/internal/golden"
	"sherpa/retrieval"
	"sherpa/store"
)

// script stands in for the engine where a test needs answers that no engine
// would give on demand. It answers by the question's text.
type script map[string]scripted

type scripted struct {
	answer answer.Answer
	// found is the article of the first hit.
	found string
}

func (s script) Ask(_ context.Context, q answer.Question) (answer.Answer, error) {
	a := s[q.Text].answer
	a.Timing.Total = 2.5
	return a, nil
}

func (s script) Search(_ context.Context, q retrieval.Query) (retrieval.Result, error) {
	return retrieval.Result{Hits: []retrieval.Hit{
		{Article: store.Article{ID: s[q.Text].found}, Passage: store.Passage{Text: "The gold passage."}},
	}}, nil
}

// said is an answer of one sentence of an article.
func said(confidence float64, article, sentence, short string) answer.Answer {
	return answer.Answer{
		Answered: true, Confidence: confidence, ShortAnswer: short,
		Statements: []answer.Statement{{Text: sentence, Citations: []int{1}, Quote: true}},
		Citations:  []answer.Citation{{N: 1, Quote: sentence, Article: answer.Article{ID: article}}},
	}
}

func differing(a answer.Answer) answer.Answer {
	a.Disagreements = []answer.Disagreement{{About: "number", Claims: []answer.Claim{{Value: "6"}, {Value: "7"}}}}
	return a
}

func refused(confidence float64) answer.Answer { return answer.Answer{Confidence: confidence} }

const gold = `"evidence":[{"article":"g","text":"The gold passage."}]`

// every has one question for each way of going wrong; the question says which.
var every = []struct {
	class  Class
	line   string
	answer answer.Answer
	found  string
}{
	{NoFault, `"answers":["one"],` + gold, said(0.9, "g", "One.", "one"), "g"},
	{NoFault, `"answerable":false`, refused(0.1), "g"},
	{NoFault, `"must":[["one"]],"may_refuse":true`, refused(0.2), "g"},
	{Unfounded, `"answerable":false`, said(0.8, "g", "One.", ""), "g"},
	{Refused, `"answers":["one"],` + gold, refused(0.3), "g"},
	{RefusedLost, `"answers":["one"],` + gold, refused(0.3), "x"},
	{FalseAlarm, `"answers":["one"],"sources":["g"],"conflict":[]`, differing(said(0.9, "g", "One.", "two")), "g"},
	{MissedConflict, `"must":[["One"]],"sources":["g"],"conflict":[["6","g"],["7","h"]]`, said(0.9, "g", "One.", ""), "g"},
	{WrongShort, `"answers":["one"],` + gold, said(0.9, "g", "One.", "two"), "g"},
	{Lost, `"answers":["one"],` + gold, said(0.9, "g", "Two.", ""), "x"},
	{OtherSentence, `"answers":["one"],` + gold, said(0.9, "g", "Two.", ""), "g"},
	{Incomplete, `"must":[["One"],["Two"]],` + gold, said(0.9, "g", "One.", ""), "g"},
	{OtherSource, `"answers":["one"],"sources":["g"]`, said(0.9, "h", "One.", ""), "g"},
	{Late, `"answers":["two"]`, func() answer.Answer {
		a := said(0.9, "g", "One.", "")
		a.Statements = append(a.Statements, answer.Statement{Text: "Two.", Citations: []int{1}})
		return a
	}(), "g"},
}

// scriptedResult asks all of every, n times over, and tells them apart by number.
func scriptedResult(t *testing.T, set Set, n int) Result {
	t.Helper()
	asked := script{}
	var lines []string
	for range n {
		for _, c := range every {
			id := set.Name + ordinal(len(lines)+1)
			asked["Is it "+id+"?"] = scripted{c.answer, c.found}
			lines = append(lines, `{"id":"`+id+`","type":"`+c.class.String()+`","question":"Is it `+id+`?",`+c.line+`}`)
		}
	}
	dir := write(t, map[string]string{"q.jsonl": strings.Join(lines, "\n")})
	report, err := eval.Run(t.Context(), eval.Options{
		Engine: eval.Engine{Asker: asked, Searcher: asked}, Files: []string{filepath.Join(dir, "q.jsonl")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return Result{Set: set, Report: report, Plain: report}
}

func TestClassify(t *testing.T) {
	t.Parallel()
	r := scriptedResult(t, Set{Name: "s"}, 1)
	for i := range r.Report.Outcomes {
		o := &r.Report.Outcomes[i]
		if got := classify(o); got != every[i].class {
			t.Errorf("%s: %q, want %q", every[i].line, got, every[i].class)
		}
	}
	if got := counts(r.Report); got[NoFault] != 3 || got[Late] != 1 {
		t.Errorf("counts: %v", got)
	}
}

// The sets take turns, and so do the classes: twelve errors of three sets are
// three or four of each, and none of one class more than two beyond another's.
func TestWorst(t *testing.T) {
	t.Parallel()
	results := []Result{
		scriptedResult(t, Set{Name: "a"}, 3), scriptedResult(t, Set{Name: "b"}, 1),
		scriptedResult(t, Set{Name: "blind", Blind: true}, 3), scriptedResult(t, Set{Name: "c"}, 1),
	}
	chosen := worst(results, 12)
	sets, seen := map[int]int{}, map[Class]int{}
	ids := map[string]bool{}
	for _, c := range chosen {
		sets[c.set]++
		seen[c.class]++
		ids[c.outcome.Question.ID] = true
	}
	if diff := cmp.Diff(map[int]int{0: 4, 1: 4, 3: 4}, sets); diff != "" {
		t.Errorf("errors by set (-want +got):\n%s", diff)
	}
	if len(seen) != int(classes)-2 || seen[NoFault]+seen[Late] > 0 || len(ids) != 12 {
		t.Errorf("errors by class: %v, %d different", seen, len(ids))
	}
	if rest := worst(results[1:2], 100); len(rest) != int(classes)-2 {
		t.Errorf("%d errors of a set with fewer than are wanted", len(rest))
	}
}

// A refusal is worse the better its passage stood, and then the surer it was.
func TestHarm(t *testing.T) {
	t.Parallel()
	at := func(class Class, rank int, confidence float64) candidate {
		return candidate{class: class, outcome: &eval.Outcome{Rank: rank, Answer: refused(confidence)}}
	}
	for name, tc := range map[string]struct{ worse, better candidate }{
		"found higher":          {at(Refused, 1, 0.4), at(Refused, 5, 0.1)},
		"refused surer":         {at(Refused, 2, 0.1), at(Refused, 2, 0.4)},
		"lost, surer":           {at(RefusedLost, 0, 0.1), at(RefusedLost, 0, 0.4)},
		"more confidently":      {at(WrongShort, 1, 0.9), at(WrongShort, 1, 0.6)},
		"the same of no answer": {at(Unfounded, 0, 0.9), at(Unfounded, 0, 0.6)},
	} {
		if harm(tc.worse) <= harm(tc.better) {
			t.Errorf("%s: %v is not above %v", name, harm(tc.worse), harm(tc.better))
		}
	}
}

func TestReport(t *testing.T) {
	t.Parallel()
	results := []Result{
		scriptedResult(t, Set{
			Name: "own", Title: "Own questions", About: "Of the\n project.", Own: true, Hidden: []string{"em"},
			Goals:     map[string]float64{"right": 0.1, "top1": 0.8, "answered": 0.99, "f1": 0.95, "p50_ms": 1},
			Baselines: []Baseline{{"by hand", map[string]float64{"r1": 0.9, "p50_ms": 3}}, {"by | machine", map[string]float64{"auc": 0.5}}},
		}, 1),
		scriptedResult(t, Set{Name: "foreign", Title: "Foreign questions"}, 2),
		scriptedResult(t, Set{Name: "kept", Title: "Kept questions", Blind: true, Goals: map[string]float64{"right": 1}}, 1),
	}
	survey := Survey{Results: results, Absent: []string{"elsewhere"}}
	for _, c := range worst(results, 8) {
		survey.Worst = append(survey.Worst, Error{results[c.set].Set, c.class, *c.outcome, []string{"It went wrong.", "Thus."}})
	}
	var page bytes.Buffer
	if err := survey.WriteMarkdown(&page); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/report.golden.md", page.String())
}
