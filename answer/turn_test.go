package answer

import (
	"strings"
	"testing"
)

// A name that the question before typed small, and the articles write large, is one.
func TestNamesTypedSmall(t *testing.T) {
	t.Parallel()
	r := over(t, bells)
	before := r.ask(t, Question{Text: "was berg paid by the bishop?"})
	a := r.ask(t, Question{Text: "when did she come to norwick", History: []Turn{turn(before)}})
	if want := "When did Berg come to norwick?"; a.UnderstoodAs != want {
		t.Errorf("understood as %q, want %q", a.UnderstoodAs, want)
	}
}

// Whom nothing tells a pronoun to mean is asked for, and nothing else is answered.
func TestPronounOfNobody(t *testing.T) {
	t.Parallel()
	r := over(t, bells)
	before := turn(r.ask(t, Question{Text: "Has the bell cracked?"}))
	for asked, says := range map[string]string{
		"What does he lead?":  "“he”",
		"When did they sing?": "“they”",
	} {
		a := r.ask(t, Question{Text: asked, History: []Turn{before}})
		if a.Answered || !strings.Contains(a.Text, says) {
			t.Errorf("%s: %s", asked, a.Text)
		}
		if a := r.ask(t, Question{Text: asked}); a.Text == "" || strings.Contains(a.Text, says) {
			t.Errorf("%s as the first question: %s", asked, a.Text)
		}
	}
}

// Who was thanked in between goes on with what was asked before.
func TestThanksInBetween(t *testing.T) {
	t.Parallel()
	history := withoutChatter([]Turn{{Question: "Where is the fair?"}, {Question: "thanks!"}})
	got := Question{Text: "When is it?", History: history}.resolved()
	if want := "When is the fair?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
