package answer

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/gate"
	"sherpa/answer/short"
)

// summitQuestion is a line of the project's own questions on the embedded
// corpus.
type summitQuestion struct {
	ID, Type, Thread, Question string
}

func summitQuestions(tb testing.TB) []summitQuestion {
	tb.Helper()
	data, err := fs.ReadFile(os.DirFS("../internal/eval/testdata/summit"), "questions.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	var all []summitQuestion
	for line := range bytes.Lines(data) {
		var q summitQuestion
		if err := json.Unmarshal(line, &q); err != nil {
			tb.Fatalf("%s: %v", line, err)
		}
		all = append(all, q)
	}
	if len(all) < 100 {
		tb.Fatalf("only %d questions", len(all))
	}
	return all
}

// converse asks all questions, those of a thread as a conversation.
func (r reports) converse(tb testing.TB, questions []summitQuestion) map[string]Answer {
	tb.Helper()
	answers, threads := map[string]Answer{}, map[string][]Turn{}
	for _, q := range questions {
		asked := Question{Text: q.Question}
		if q.Thread != "" {
			asked.History = threads[q.Thread]
		}
		a := r.ask(tb, asked)
		answers[q.ID] = a
		if q.Thread != "" {
			threads[q.Thread] = append(threads[q.Thread], turn(a))
		}
	}
	return answers
}

func TestAskRules(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	kinds := map[string]int{}
	for id, a := range r.converse(t, summitQuestions(t)) {
		if !r.checkAnswer(t, a) {
			t.Errorf("that was %s", id)
		}
		switch {
		case len(a.Disagreements) > 0:
			kinds["disagreement"]++
		case a.Answered:
			kinds["answer"]++
		default:
			kinds["refusal"]++
		}
	}
	for _, kind := range []string{"disagreement", "answer", "refusal"} {
		if kinds[kind] < 5 {
			t.Errorf("only %d times %s: the rules were hardly tested", kinds[kind], kind)
		}
	}
}

// Nothing but the question and the articles decides an answer: neither chance
// nor what is asked at the same time.
func TestAskSameAnswer(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	questions := summitQuestions(t)
	want := r.converse(t, questions)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := g % 3; i < len(questions); i += 3 {
				q := questions[i]
				if q.Thread != "" {
					continue
				}
				a, err := r.Ask(t.Context(), Question{Text: q.Question})
				a.Timing = Timing{}
				if diff := cmp.Diff(want[q.ID], a); err != nil || diff != "" {
					t.Errorf("%s, asked at the same time as others: %v\n%s", q.ID, err, diff)
				}
			}
		})
	}
	wg.Wait()
	for i, tt := range asks {
		if i%3 != 0 {
			continue
		}
		first := r.ask(t, tt.q)
		for range 20 {
			if diff := cmp.Diff(first, r.ask(t, tt.q)); diff != "" {
				t.Fatalf("%q, asked again:\n%s", tt.q.Text, diff)
			}
		}
	}
}

// checkAnswer holds an answer against what every answer promises.
func (r reports) checkAnswer(tb testing.TB, a Answer) bool {
	tb.Helper()
	ok := true
	fail := func(format string, args ...any) {
		tb.Helper()
		ok = false
		tb.Errorf("%.80q: "+format, append([]any{a.Question}, args...)...)
	}
	if a.Answered != (a.Mode != ModeAbstained) || a.Answered != (len(a.Statements) > 0) {
		fail("answered %v, mode %s, %d statements", a.Answered, a.Mode, len(a.Statements))
	}
	if a.Confidence < 0 || a.Confidence > 1 || a.Answered && a.Confidence < gate.Threshold {
		fail("confidence %v", a.Confidence)
	}
	if a.Text == "" || len(a.Statements) > short.MaxStatements*max(1, len(a.Parts)) || len(a.Closest) > 3 {
		fail("text %q, %d statements, %d closest", a.Text, len(a.Statements), len(a.Closest))
	}
	if len(a.Disagreements) > 0 && a.ShortAnswer != "" {
		fail("takes side %q in a disagreement", a.ShortAnswer)
	}
	if a.Checked.Supported != len(a.Statements) || a.Checked.Statements != a.Checked.Supported+a.Checked.Withheld {
		fail("checked %+v of %d statements", a.Checked, len(a.Statements))
	}
	if !a.Answered && (len(a.Citations) > 0 || len(a.Disagreements) > 0 || a.ShortAnswer != "") {
		fail("a refusal with citations, a disagreement or a short answer")
	}
	r.checkCitations(tb, a, fail)
	checkStatements(a, fail)
	checkClaims(a, fail)
	for i := range a.Parts {
		checkPart(a, &a.Parts[i], fail)
	}
	return ok
}

// checkPart checks that a part says nothing but what the whole says, with the same
// citations.
func checkPart(whole Answer, p *Answer, fail func(string, ...any)) {
	if p.Question == "" || p.Text == "" || p.Answered && !whole.Answered || len(p.Parts) > 0 {
		fail("part %q, answered %t: %q", p.Question, p.Answered, p.Text)
	}
	for _, c := range p.Citations {
		if c.N < 1 || c.N > len(whole.Citations) || whole.Citations[c.N-1] != c {
			fail("part %q: the whole has another citation %d", p.Question, c.N)
		}
	}
	for _, s := range p.Statements {
		if !slices.ContainsFunc(whole.Statements, func(of Statement) bool { return of.Text == s.Text }) {
			fail("part %q: the whole does not say %q", p.Question, s.Text)
		}
	}
}

// checkCitations checks that citations are numbered without gaps, quote the
// stored bytes, and are all used.
func (r reports) checkCitations(tb testing.TB, a Answer, fail func(string, ...any)) {
	tb.Helper()
	used, articles := map[int]bool{}, map[string]bool{}
	for _, s := range a.Statements {
		for _, n := range s.Citations {
			used[n] = true
		}
	}
	for _, d := range a.Disagreements {
		for _, c := range d.Claims {
			for _, n := range c.Citations {
				used[n] = true
			}
		}
	}
	for i, c := range a.Citations {
		articles[c.Article.ID] = true
		if c.N != i+1 || !used[c.N] {
			fail("citation %d has number %d, used: %v", i+1, c.N, used[c.N])
		}
		if stored := r.at(tb, c.Article.ID, c.Start, c.End); stored != c.Quote {
			fail("citation %d quotes %q, stored is %q", c.N, c.Quote, stored)
		}
	}
	if len(used) != len(a.Citations) || a.Coverage.Reporting != len(articles) {
		fail("%d citations, %d used, of %d articles, %d counted", len(a.Citations), len(used), len(articles), a.Coverage.Reporting)
	}
}

func checkStatements(a Answer, fail func(string, ...any)) {
	for _, s := range a.Statements {
		most := short.MaxStatement
		if strings.Contains(s.Text, ". ") { // a list may take two sentences
			most = 2 * short.MaxStatement
		}
		if len(s.Citations) == 0 || len(s.Text) > most || len(s.Citations) > short.MaxCitations && len(a.Disagreements) == 0 {
			fail("statement of %d bytes with %d citations: %s", len(s.Text), len(s.Citations), s.Text)
			continue
		}
		if s.Quote && s.Text != a.Citations[s.Citations[0]-1].Quote {
			fail("%q is not the quote %q", s.Text, a.Citations[s.Citations[0]-1].Quote)
		}
	}
	if s := a.ShortAnswer; s != "" && !verdicts[s] && !a.quotes(strings.Trim(s, "“”")) {
		fail("the short answer %q stands in no quote", s)
	}
}

// checkClaims checks that a disagreement has two sides, and that each side's
// value stands in one of its quotes.
func checkClaims(a Answer, fail func(string, ...any)) {
	for _, d := range a.Disagreements {
		if len(d.Claims) < 2 || d.About == "" {
			fail("a disagreement about %q of %d sides", d.About, len(d.Claims))
		}
		for _, c := range d.Claims {
			if len(c.Citations) == 0 || !slices.ContainsFunc(c.Citations, func(n int) bool { return strings.Contains(a.Citations[n-1].Quote, c.Value) }) {
				fail("the value %q stands in none of its quotes %v", c.Value, c.Citations)
			}
		}
	}
}
