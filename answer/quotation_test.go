package answer

import (
	"strings"
	"testing"
)

const callings = "The new bridge\nMayor Ann Berg described the bridge as “a gift” and engineer Tom Holt called the old one “a heap of rust.” " +
	"Berg called Holt “a stubborn man” but thanked him for “years of work.” " +
	"Baker Ola Lind, who came early, described the queue as “endless,” while teacher Ida Moe found the day “rather pleasant.” " +
	"“We will cross it daily,” said Pia Roth, “and on Sundays twice.” When the opening ended, Berg joked, “Mind the step.”"

// What somebody called something is read where that is called so, and of two who speak
// in one sentence the one who is asked for is quoted.
func TestWhoseQuotation(t *testing.T) {
	t.Parallel()
	r := over(t, callings)
	for question, want := range map[string]string{
		"What did Ann Berg call the bridge?":     "“a gift”",
		"What did Berg call Holt?":               "“a stubborn man”",
		"What did Tom Holt call the old bridge?": "“a heap of rust.”",
		"What did Ola Lind say about the queue?": "“endless”",
		"What did Ida Moe say about the day?":    "“rather pleasant.”",
		"What did Pia Roth say?":                 "“We will cross it daily”",
	} {
		a := r.ask(t, Question{Text: question})
		if a.ShortAnswer != want {
			t.Errorf("%s: %q, want %q", question, a.ShortAnswer, want)
			continue
		}
		if first := a.Statements[0].Text; !strings.Contains(first, strings.Trim(want, "“”.")) {
			t.Errorf("%s: %q is said to stand in %q", question, want, first)
		}
	}
	if a := r.ask(t, Question{Text: "What did Berg call the opening?"}); strings.Contains(a.ShortAnswer, "Mind the step") {
		t.Errorf("a joke at the opening is taken for its name: %s", a.Text)
	}
}
