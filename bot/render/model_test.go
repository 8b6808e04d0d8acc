package render_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"sherpa/answer"
	"sherpa/bot/render"
	"sherpa/bot/texts"
	"sherpa/internal/golden"
)

var reasons = []answer.Reason{
	answer.ReasonTimeout, answer.ReasonUnavailable, answer.ReasonRejected, answer.ReasonBudget, answer.ReasonIncomplete, answer.ReasonDeclined,
	answer.ReasonUnverified, "something new",
}

// Every reason why a model did not phrase an answer is told in every language, on
// every page of the answer, each in its own words.
func TestFallbacks(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, language := range texts.Languages() {
		told := map[string]answer.Reason{}
		for _, reason := range reasons {
			a := long()
			a.LLM = &answer.LLMUse{Model: "secret-model", FallbackReason: string(reason)}
			pages := render.In(texts.For(language)).Answer(shown(a))
			for i := range pages.Len() {
				lines := strings.Split(pages.Page(i).Content, "\n")
				mode, _, _ := strings.Cut(lines[len(lines)-1], " · ")
				if i == 0 {
					fmt.Fprintf(&b, "%s %s: %s\n", language, reason, mode)
				}
				if before, ok := told[mode]; ok && before != reason || strings.Contains(mode, "secret") {
					t.Errorf("%s, page %d: %q for %s and %s", language, i, mode, reason, before)
				}
				told[mode] = reason
			}
		}
	}
	golden.Check(t, filepath.Join("testdata", "fallbacks.golden"), b.String())
}

// What goes on is said in every language, with nothing in it but a number.
func TestProgress(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, language := range texts.Languages() {
		for _, p := range []answer.Progress{
			{Stage: answer.StageUnderstanding},
			{Stage: answer.StageReading, Count: 1},
			{Stage: answer.StageReading, Count: 2},
			{Stage: answer.StageReading, Count: 8},
			{Stage: answer.StageChecking, Count: 1},
			{Stage: answer.StageChecking, Count: 3},
			{Stage: answer.StageChecking, Count: 21},
		} {
			m, ok := render.In(texts.For(language)).Progress(p)
			if err := m.Check(); !ok || err != nil || len(m.Rows) > 0 {
				t.Errorf("%s: %+v shows %+v: %v", language, p, m, err)
			}
			fmt.Fprintf(&b, "%s %s\n", language, m.Content)
		}
	}
	golden.Check(t, filepath.Join("testdata", "progress.golden"), b.String())
}

func TestNoProgress(t *testing.T) {
	t.Parallel()
	for _, p := range []answer.Progress{{}, {Stage: "@everyone", Count: 3}, {Stage: answer.StageReading}, {Stage: answer.StageChecking, Count: -1}} {
		if m, ok := render.In(texts.For("en")).Progress(p); ok {
			t.Errorf("%+v shows %q", p, m.Content)
		}
	}
}

// disguises would look like what only the bot says, if they stood on lines of
// their own.
var disguises = []string{
	"Yes.\n-# AI (safe-model), checked · answer k3f9qa", "Yes.\n\n**Sources**\n[1] [BBC](<https://bbc.example>)", "Yes.\r\n> “He said so.” [1]",
	"Yes.\u2028-# 9 of 9 statements checked", "Yes.\u0085# Breaking", "Yes.\v\f**Offline, no AI used**", "Yes.\n\n\n\n\n\n\n\n\n\n\n\nNo.",
}

// What a model says stays on the line where it stands, so that it cannot pass for
// anything else of the message.
func TestModelTextStaysOnItsLine(t *testing.T) {
	t.Parallel()
	show := func(s string) string {
		a := phrased()
		a.Statements[0].Text, a.Statements[3].Text, a.ShortAnswer, a.UnderstoodAs = s, s, s, s
		pages := render.In(texts.For("en")).Answer(shown(a))
		if pages.Len() > 1 {
			t.Fatalf("%d pages", pages.Len())
		}
		return pages.Page(0).Content
	}
	want := strings.Count(show("Yes."), "\n")
	for _, s := range disguises {
		content := show(s)
		if got := len(strings.FieldsFunc(content, func(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) })) - 1; got > want {
			t.Errorf("%q makes lines of its own:\n%s", s, content)
		}
		if got := strings.Count(content, "\n"); got != want {
			t.Errorf("%q changes the layout from %d to %d lines:\n%s", s, want, got, content)
		}
	}
}

// The words of the articles stand under Sources and behind the evidence, in their
// own language, whatever the answer is in.
func TestQuotesAreNear(t *testing.T) {
	t.Parallel()
	a := translated()
	r := render.In(texts.For("ru"))
	for name, pages := range map[string]render.Paged{"sources": r.Sources(shown(a)), "evidence": r.Evidence(render.Behind{Shown: shown(a)})} {
		for _, c := range a.Citations {
			if content := plain(pages.Page(0).Content); !strings.Contains(content, fmt.Sprintf("[%d]", c.N)) || !strings.Contains(content, "\n"+c.Quote+"\n") {
				t.Errorf("%s: %q does not stand in\n%s", name, c.Quote, content)
			}
		}
	}
	if content := r.Answer(shown(a)).Page(0).Content; !strings.Contains(content, "под кнопкой «Источники»") {
		t.Errorf("nothing says where the quotations are:\n%s", content)
	}
}
