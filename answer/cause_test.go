package answer

import (
	"strings"
	"testing"
)

const fogAtVardal = `# Fog at Vardal

The airport of Vardal closed on Monday because fog had covered the runway, officials said. The runway lamps are old.
The mail plane landed on a meadow. It left again after its wheels had been dug out.

The tower burnt in May. It caught fire because lightning had struck the mast, according to the guard.
Sheep had eaten the cables of the radar, which is why the radar failed.
The pilot Karen Holt gave up her licence in order to raise goats.
Anna Moe lost her bag at the airport, because the belt was broken.
Drivers blocked the airport road in protest at the price of parking.
`

// What makes something happen is no reason why it did not.
func TestReasonOfDenied(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks in Norwick\nThe mayors of Norwick and Tilbeck met on the ferry. Berg wants a new deal on herring, because the old pact expires in May. The singer Petra Vik did not come to the feast, because her car had broken down.")
	r.shortAnswers(t, map[string]string{
		"Why wasn't there a deal on herring?":     "",
		"Why does Berg want a deal on herring?":   "the old pact expires in May",
		"Why didn't Petra Vik come to the feast?": "her car had broken down",
	})
}

func TestReasons(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"fog": fogAtVardal})
	for _, tc := range []struct{ question, first, short string }{
		{"Why did the airport of Vardal close?", "closed on Monday because", "fog had covered the runway"},
		{"Why did the tower catch fire?", "lightning had struck", "lightning had struck the mast"},
		{"Why did the radar fail?", "which is why", "Sheep had eaten the cables of the radar"},
		{"Why did Holt give up her licence?", "raise goats", "to raise goats"},
		{"Why did drivers block the airport road?", "in protest at", "the price of parking"},
		{"What made the radar fail?", "which is why", "Sheep had eaten the cables of the radar"},
	} {
		a := r.ask(t, Question{Text: tc.question})
		if len(a.Statements) == 0 || !strings.Contains(a.Statements[0].Text, tc.first) {
			t.Errorf("%s: %q does not begin with %q", tc.question, a.Text, tc.first)
		}
		if a.ShortAnswer != tc.short {
			t.Errorf("%s: short answer %q, want %q", tc.question, a.ShortAnswer, tc.short)
		}
	}
}

// What a sentence gives as the reason for something else is no answer.
func TestReasonOfSomethingElse(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"fog": fogAtVardal})
	for _, question := range []string{"Why was the belt broken?", "Why did lightning strike the mast?"} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != "" {
			t.Errorf("%s: %q is what that led to, or the reason for something else", question, a.ShortAnswer)
		}
	}
}
