package answer

import (
	"encoding/json"
	"strings"
	"testing"

	"sherpa/answer/conversation"
	"sherpa/internal/golden"
)

// asks are the questions of the golden files, by name: all kinds of questions on
// the embedded corpus. Before is the conversation, oldest first.
var asks = []struct {
	name   string
	before []string
	q      Question
}{
	{name: "place_base", q: Question{Text: "Which military base hosted the Trump-Putin summit?"}},
	{name: "place_where", q: Question{Text: "Where was the summit held?"}},
	{name: "date", q: Question{Text: "When did Russia sell Alaska to the United States?"}},
	{name: "date_clock", q: Question{Text: "At what time did the delegations enter the press room?"}},
	{name: "number", q: Question{Text: "How many casualties does an estimate from May give for the war?"}},
	{name: "share", q: Question{Text: "How much of Ukraine is under Russian control?"}},
	{name: "duration", q: Question{Text: "How long was the press conference?"}},
	{name: "fact", q: Question{Text: "What was written on the backdrop behind Trump and Putin?"}},
	{name: "reason", q: Question{Text: "Why is the International Criminal Court after Putin?"}},
	{name: "list", q: Question{Text: "Name the members of the American delegation."}},
	{name: "list_goes_on", q: Question{Text: "Who belonged to the Russian delegation?"}},
	{name: "list_topics", q: Question{Text: "Which regions does Moscow want Ukraine to hand over?"}},
	{name: "who_is", q: Question{Text: "Who is Steve Witkoff?"}},
	{name: "who_did", q: Question{Text: "Whom did Trump plan to inform about the talks?"}},
	{name: "quotation", q: Question{Text: "What did Trump say about the chances of a deal?"}},
	{name: "yes", q: Question{Text: "Did Trump and Putin shake hands?"}},
	{name: "no", q: Question{Text: "Was Volodymyr Zelenskyy at the table in Anchorage?"}},
	{name: "disagreement_duration", q: Question{Text: "How long did Trump and Putin talk to each other?"}},
	{name: "disagreement_day", q: Question{Text: "On which weekday did the two leaders meet?"}},
	{name: "disagreement_yes_no", q: Question{Text: "Was the summit held on a Friday?"}},
	{name: "slips", q: Question{Text: "alska sold by russia when"}},
	{name: "refusal_elsewhere", q: Question{Text: "How do I bake sourdough bread?"}},
	{name: "refusal_near", q: Question{Text: "How much did the United States pay for Alaska in 1867?"}},
	{name: "refusal_future", q: Question{Text: "On which date will the Moscow meeting take place?"}},
	{name: "follow_up_it", before: []string{"Where was the summit held?"}, q: Question{Text: "And how long did it last?"}},
	{name: "follow_up_he", before: []string{"Who is Andrei Belousov?"}, q: Question{Text: "How did he describe the mood?"}},
	{name: "follow_up_fragment", before: []string{"What does Moscow demand from Ukraine?"}, q: Question{Text: "And what about Kyiv?"}},
	{name: "since", q: Question{Text: "How long did the talks last?", Since: "2025-08-01"}},
	{name: "source", q: Question{Text: "How long did the talks last?", Source: "001_bc0681c6d51fa3c6"}},
	{name: "blank", q: Question{Text: " \t?! "}},
	{name: "common_words_only", q: Question{Text: "Who?"}},
	{name: "too_long", q: Question{Text: strings.Repeat("why ", MaxQuestion/4+1)}},
}

func TestAskGolden(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, tt := range asks {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, before := range tt.before {
				tt.q.History = append(tt.q.History, turn(r.ask(t, Question{Text: before, History: tt.q.History})))
			}
			a := r.ask(t, tt.q)
			r.checkAnswer(t, a)
			golden.Check(t, "testdata/ask/"+tt.name+".golden", asJSON(t, a))
		})
	}
}

// The filters leave out what they should, and nothing else is cited.
func TestAskFilters(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for i, q := range summitQuestions(t) {
		if i%4 != 0 {
			continue
		}
		for id := range r.texts {
			a := r.ask(t, Question{Text: q.Question, Source: id})
			r.checkAnswer(t, a)
			for _, c := range a.Citations {
				if c.Article.ID != id {
					t.Errorf("%s cites %s where only %s is asked", q.ID, c.Article.ID, id)
				}
			}
		}
		a := r.ask(t, Question{Text: q.Question, Since: "2025-08-01"})
		for _, c := range a.Citations {
			if c.Article.Published != "" && c.Article.Published < "2025-08" {
				t.Errorf("%s cites an article of %s", q.ID, c.Article.Published)
			}
		}
	}
}

func TestAskEmptyStore(t *testing.T) {
	t.Parallel()
	r := reportsOn(t, emptyStore(t))
	for _, q := range []string{"Who met in Alaska?", "How long did it last?", "x"} {
		a := r.ask(t, Question{Text: q})
		r.checkAnswer(t, a)
		if a.Answered || a.Text != "There are no articles to answer from yet." {
			t.Errorf("%q: %q", q, a.Text)
		}
	}
}

// A message of exactly the most characters is answered, one more is not, and
// neither is a question that is too long itself.
func TestAskLongest(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	const question = "When did Russia sell Alaska to the United States?"
	for _, tt := range []struct {
		name, text string
		answered   bool
	}{
		{"the longest message", question + strings.Repeat(" ", conversation.MaxMessage-len(question)), true},
		{"one more", question + strings.Repeat(" ", conversation.MaxMessage-len(question)+1), false},
		{"a long story before", strings.Repeat("My uncle told me a story. ", 60) + question, true},
		{"the longest question", strings.Repeat("x", MaxQuestion-len(question)-1) + " " + question, true},
		{"a longer question", "Why " + strings.Repeat("x", MaxQuestion) + "?", false},
	} {
		a := r.ask(t, Question{Text: tt.text})
		if a.Answered != tt.answered {
			t.Errorf("%s: answered %t: %s", tt.name, a.Answered, a.Text)
		}
	}
}

// Why shows the parts of each score, and they add up.
func TestWhyAddsUp(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for i, q := range summitQuestions(t) {
		if i%2 != 0 {
			continue
		}
		why, err := r.Why(t.Context(), Question{Text: q.Question}, 5)
		if err != nil {
			t.Fatal(err)
		}
		if a := r.ask(t, Question{Text: q.Question}); a.Confidence != why.Confidence {
			t.Errorf("%s: the answer's confidence is %v, the reasons' %v", q.ID, a.Confidence, why.Confidence)
		}
		for _, e := range why.Evidence {
			sum := 0.0
			for _, p := range e.Parts {
				sum += p.Points
			}
			if diff := sum - e.Score; diff > 1e-9 || diff < -1e-9 {
				t.Errorf("%s: the parts of %q add up to %v, its score is %v", q.ID, e.Sentence, sum, e.Score)
			}
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	r := overBriefs(b)
	questions := summitQuestions(b)
	i := 0
	for b.Loop() {
		r.ask(b, Question{Text: questions[i%len(questions)].Question})
		i++
	}
}

// ask asks and takes the timing out, which differs from run to run.
func (r reports) ask(tb testing.TB, q Question) Answer {
	tb.Helper()
	a, err := r.Ask(tb.Context(), q)
	if err != nil {
		tb.Fatalf("%.80q: %v", q.Text, err)
	}
	a.Timing = Timing{}
	return a
}

// turn is an answer as the next question's history has it.
func turn(a Answer) Turn {
	if a.UnderstoodAs != "" {
		return Turn{Question: a.UnderstoodAs, Answer: a}
	}
	return Turn{Question: a.Question, Answer: a}
}

func asJSON(tb testing.TB, a Answer) string {
	tb.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(a); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}
