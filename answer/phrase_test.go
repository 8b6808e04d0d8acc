package answer

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	whereMet   = "Where did Trump and Putin meet?"
	sceneWords = "was the scene of a summit"
	scene      = "Donald Trump and Vladimir Putin held a summit at Joint Base Elmendorf-Richardson in Alaska."
)

func TestPhrasedAnswer(t *testing.T) {
	t.Parallel()
	for _, noSchema := range []bool{false, true} {
		t.Run(fmt.Sprintf("no schema %t", noSchema), func(t *testing.T) {
			t.Parallel()
			g := &scripted{noSchema: noSchema, answer: says(said{scene, []string{sceneWords}})}
			r := withModel(t, g)
			a := r.ask(t, Question{Text: whereMet, Payer: Payer{GuildID: "7", UserHash: "h"}})
			if a.Mode != ModeLLM || len(a.Statements) != 1 || a.Statements[0].Text != scene || a.Statements[0].Quote {
				t.Fatalf("%s answer of %+v, %+v", a.Mode, a.Statements, a.LLM)
			}
			for _, c := range a.Citations {
				if got := r.at(t, c.Article.ID, c.Start, c.End); got != c.Quote {
					t.Errorf("the quote %q is %q in the article", c.Quote, got)
				}
			}
			cost := 0.001
			if diff := cmp.Diff(&LLMUse{Model: "scripted-1", PromptTokens: 100, CompletionTokens: 10, CostUSD: &cost}, a.LLM); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(Checked{Statements: 1, Supported: 1}, a.Checked); diff != "" {
				t.Error(diff)
			}
			if g.payers[0] != (Payer{GuildID: "7", UserHash: "h"}) {
				t.Errorf("the account of %+v was used", g.payers[0])
			}
		})
	}
}

// Whatever is wrong with a statement, it is withheld, and the rest is shown if
// half of it is left.
func TestWithheldStatements(t *testing.T) {
	t.Parallel()
	for name, bad := range map[string]said{
		"no citation":            {"Donald Trump and Vladimir Putin met in Alaska.", nil},
		"invented citation":      {"Donald Trump and Vladimir Putin met in Alaska.", []string{"zzzz9"}},
		"changed number":         {"The summit took place in 2019 at Joint Base Elmendorf-Richardson in Alaska.", []string{sceneWords}},
		"changed name":           {"Donald Trump and Emmanuel Macron held a summit in Alaska.", []string{sceneWords}},
		"negation":               {"Donald Trump and Vladimir Putin did not hold a summit at Joint Base Elmendorf-Richardson in Alaska.", []string{sceneWords}},
		"quote":                  {"Donald Trump and Vladimir Putin held “a splendid summit” at Joint Base Elmendorf-Richardson in Alaska.", []string{sceneWords}},
		"half a word quoted":     {"Donald Trump and Vladimir Putin held a “summi” at Joint Base Elmendorf-Richardson in Alaska.", []string{sceneWords}},
		"another matter":         {"Donald Trump and Vladimir Putin quarrelled, shouted and threatened to leave early over fishing rights in Alaska.", []string{sceneWords}},
		"link":                   {"Donald Trump and Vladimir Putin held a summit in Alaska, see https://evil.example.", []string{sceneWords}},
		"bare address":           {"Donald Trump and Vladimir Putin held a summit in Alaska, evil.example reports.", []string{sceneWords}},
		"mention":                {"@everyone Donald Trump and Vladimir Putin held a summit in Alaska.", []string{sceneWords}},
		"markup":                 {"Donald Trump and Vladimir Putin held a summit in [Alaska](evil).", []string{sceneWords}},
		"too long":               {strings.Repeat("Donald Trump and Vladimir Putin held a summit in Alaska, ", 20) + "they say.", []string{sceneWords}},
		"another language wrong": {"Donald Trump y Vladimir Putin celebraron 9 cumbres en Alaska.", []string{sceneWords}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := withModel(t, &scripted{answer: says(said{scene, []string{sceneWords}}, bad)})
			a := r.ask(t, Question{Text: whereMet})
			if diff := cmp.Diff(Checked{Statements: 2, Supported: 1, Withheld: 1}, a.Checked); diff != "" || a.Mode != ModeLLM || a.Statements[0].Text != scene {
				t.Errorf("%s answer %q\n%s", a.Mode, a.Text, diff)
			}
			r = withModel(t, &scripted{answer: says(bad)})
			a = r.ask(t, Question{Text: whereMet})
			if a.Mode != ModeExtractive || a.LLM.FallbackReason != string(ReasonUnverified) && a.LLM.FallbackReason != string(ReasonIncomplete) {
				t.Errorf("%s answer %q, %+v", a.Mode, a.Text, a.LLM)
			}
		})
	}
}

// A model that fails in whatever way leaves the answer in the articles' own
// sentences, as it is without a model.
func TestFallingBack(t *testing.T) {
	t.Parallel()
	offline := overBriefs(t).ask(t, Question{Text: whereMet})
	for name, tt := range map[string]struct {
		model *scripted
		want  Reason
	}{
		"slow":        {&scripted{err: &GenerateError{ReasonTimeout, errors.New("slow")}}, ReasonTimeout},
		"down":        {&scripted{err: &GenerateError{ReasonUnavailable, errors.New("down")}}, ReasonUnavailable},
		"spent":       {&scripted{err: &GenerateError{ReasonBudget, errors.New("spent")}}, ReasonBudget},
		"unknown":     {&scripted{err: errors.New("broken")}, ReasonUnavailable},
		"wrapped":     {&scripted{err: fmt.Errorf("call: %w", &GenerateError{ReasonRejected, errors.New("key")})}, ReasonRejected},
		"spaces":      {&scripted{raw: " \n "}, ReasonIncomplete},
		"no JSON":     {&scripted{raw: `{"answerable":`}, ReasonIncomplete},
		"half a word": {&scripted{raw: "[[[[["}, ReasonUnverified},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withModel(t, tt.model).ask(t, Question{Text: whereMet})
			if a.LLM == nil || a.LLM.FallbackReason != string(tt.want) && a.LLM.FallbackReason != string(ReasonIncomplete) {
				t.Fatalf("fell back with %+v, want %q", a.LLM, tt.want)
			}
			a.LLM, a.Timing = nil, offline.Timing
			if diff := cmp.Diff(offline, a); diff != "" {
				t.Errorf("not the offline answer (-want +got):\n%s", diff)
			}
		})
	}
}

func TestModelDeclines(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{`{"answerable":false,"statements":[]}`, `{"answerable":true,"statements":[]}`, "NOT ANSWERED", "I do not know."} {
		a := withModel(t, &scripted{raw: raw}).ask(t, Question{Text: whereMet})
		if a.Answered || a.Mode != ModeAbstained || len(a.Statements) != 0 || len(a.Closest) == 0 || a.LLM == nil {
			t.Errorf("%q gives %+v", raw, a)
		}
	}
}

// What the articles do not answer costs nothing.
func TestNoCallWithoutEvidence(t *testing.T) {
	t.Parallel()
	g := &scripted{answer: says(said{scene, []string{sceneWords}})}
	a := withModel(t, g).ask(t, Question{Text: "What did Putin eat for breakfast?"})
	if a.Answered || g.asked() != 0 || a.LLM != nil {
		t.Errorf("%d calls, answered %t", g.asked(), a.Answered)
	}
	withModel(t, g).ask(t, Question{Text: whereMet, Offline: true})
	if g.asked() != 0 {
		t.Error("a question that is to be answered offline reached the model")
	}
}

// Sources that differ stay apart: what merges them is withheld, and both sides
// are shown whatever the model says.
func TestPhrasedDisagreement(t *testing.T) {
	t.Parallel()
	const long, nearly = "for more than three hours", "lasted nearly three hours"
	r := withModel(t, &scripted{answer: says(
		said{"The talks lasted nearly three hours.", []string{nearly}},
		said{"Donald Trump and Vladimir Putin conferred in Alaska for more than three hours.", []string{long}},
		said{"Donald Trump and Vladimir Putin conferred for about three hours.", []string{nearly, long}},
	)})
	a := r.ask(t, Question{Text: "How long did Trump and Putin talk?"})
	if a.Mode != ModeLLM || len(a.Disagreements) != 1 || len(a.Disagreements[0].Claims) != 2 || a.Checked.Withheld != 1 || a.ShortAnswer != "" {
		t.Fatalf("%s answer %q, %+v", a.Mode, a.Text, a.Checked)
	}
	if !strings.HasPrefix(a.Text, "Sources differ: ") {
		t.Errorf("%q does not begin with the disagreement", a.Text)
	}
	for _, s := range a.Statements {
		if strings.Contains(s.Text, "about") {
			t.Errorf("shown: %q", s.Text)
		}
	}
}

// A pronoun in the cited sentence stands for a name in the one before.
func TestCitationTakesInTheSentenceBefore(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"one": "---\ntitle: A harbour\n---\nThe engineer Karin Lind led the works in Brunnvik. She opened the new bridge on 3 May 2026.\n"})
	r.Engine = New(r.search, r.articles, Options{Generator: &scripted{answer: says(said{"Karin Lind opened the new bridge on 3 May 2026.", []string{"She opened"}})}})
	a := r.ask(t, Question{Text: "Who opened the new bridge?"})
	if a.Mode != ModeLLM || !strings.HasPrefix(a.Citations[0].Quote, "The engineer Karin Lind") {
		t.Errorf("%s answer %q citing %+v, %+v", a.Mode, a.Text, a.Citations, a.LLM)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	var told []Progress
	r := withModel(t, &scripted{answer: says(said{scene, []string{sceneWords}})})
	r.ask(t, Question{Text: whereMet, Progress: func(p Progress) { told = append(told, p) }})
	want := []Progress{{StageReading, 8}, {StageChecking, 1}}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}

// Who gives up waiting gets no offline answer in place of the model's.
func TestAskGivenUp(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	g := &scripted{answer: func([]givenSentence) []modelStatement { cancel(); return nil }}
	if _, err := withModel(t, g).Ask(ctx, Question{Text: whereMet}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// The short answer stands before the first statement with its first citation, and
// has to stand in that.
func TestShortAnswerOfAnotherCitation(t *testing.T) {
	t.Parallel()
	const delegation = "The Russian delegation around Putin included"
	r := withModel(t, &scripted{answer: says(
		said{"Sergei Lavrov and Yury Ushakov represented Russia.", []string{"represented Russia"}},
		said{"The Russian delegation around Putin included Sergei Lavrov, Yuri Ushakov, Andrei Belousov, Anton Siluanov and Kiril Dmitriev.", []string{delegation}},
	)})
	a := r.ask(t, Question{Text: "Who accompanied Putin?"})
	if a.Mode != ModeLLM || len(a.Statements) != 2 {
		t.Fatalf("%s answer %q, %+v", a.Mode, a.Text, a.LLM)
	}
	if first := a.Citations[a.Statements[0].Citations[0]-1].Quote; a.ShortAnswer != "" && !strings.Contains(first, a.ShortAnswer) {
		t.Errorf("%q is not in %q", a.ShortAnswer, first)
	}
}
