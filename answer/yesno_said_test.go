package answer

import (
	"testing"
)

// Whether somebody said something is told by that person's own words.
func TestWhetherSaid(t *testing.T) {
	t.Parallel()
	r := over(t, "Court hears the dispute over the mill\nThe mayor, Ann Berg, described the dam as “perfectly safe”. The engineer Bob Lund warned that the dam may burst if it rains. "+
		"Carl Vik did not say who had paid for the gate. “The gate is broken,” said Petra Dahl. No lease was signed. Nils Aker denied that he had sold the field.")
	for question, want := range map[string]string{
		"Did Ann Berg say the dam was safe?":           "Yes",
		"Did Ann Berg say the dam was not safe?":       "",
		"Did Bob Lund say the dam was safe?":           "",
		"Did Petra Dahl say that the gate was broken?": "Yes",
		"Did Petra Dahl say that a lease was signed?":  "",
		"Did Ann Berg say that no lease was signed?":   "",
		"Did Carl Vik say who paid for the gate?":      "No",
		"Did Nils Aker deny that he sold the field?":   "Yes",
		"Did Ann Berg deny that the dam was safe?":     "",
		"Did Petra Dahl mention the gate?":             "Yes",
		"Did Bob Lund say anything?":                   "Yes",
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
				t.Errorf("%q, want %q: %s", a.ShortAnswer, want, a.Text)
			}
		})
	}
	if a := r.ask(t, Question{Text: "Did Carl Vik say that the mayor won?"}); a.Answered {
		t.Errorf("nobody tells what he said of the mayor: %s", a.Text)
	}
}
