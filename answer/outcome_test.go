package answer

import (
	"strings"
	"testing"
)

// How an event ended is told by what was agreed or decided, and not by where it was or
// by what might come of it.
func TestOutcomes(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Ferry talks\nThe talks on the ferry were held at the town hall of Brunnvik. No agreement was reached, the mayor said. The talks could bring a deal next year.",
		"A long night\nThe talks went on until dawn, and the ferry did not sail. The talks ended without a result, and the captains went home.",
		"The mill\nThe mill at Halda was painted red.")
	for _, asked := range []string{"How did the talks go?", "What came of the talks?", "What was the outcome of the ferry talks?", "was the meeting a success"} {
		a := r.ask(t, Question{Text: asked})
		if len(a.Statements) != 2 || !strings.Contains(a.Statements[0].Text+a.Statements[1].Text, "No agreement was reached") ||
			!strings.Contains(a.Statements[0].Text+a.Statements[1].Text, "ended without a result") || a.ShortAnswer != "" {
			t.Errorf("%s: %q %+v", asked, a.ShortAnswer, a.Statements)
		}
	}
	if a := r.ask(t, Question{Text: "How did the trial end?"}); a.Answered {
		t.Errorf("the trial, of which nothing is told: %+v", a.Statements)
	}
}
