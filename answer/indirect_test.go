package answer

import (
	"testing"
)

// What could not be told to answer is marked as what comes closest, and nothing else is.
func TestWhatComesClosest(t *testing.T) {
	t.Parallel()
	r := over(t, "The feast of Halda\nAnn Berg put flowers on the graves of the fishermen after the feast. The delegation of the town included Bob Lund and Ida Holm. "+
		"Halda had 300 guests at the feast. The church bells of Halda rang at noon. Ida Holm opened the feast because the mayor was ill.",
		"A quiet evening\nFew came from Vestby. No permit was given for the fireworks of the feast. Bob Lund said: “It was the best feast of all.”")
	for question, want := range map[string]bool{
		"did Bob Lund put flowers on the graves":        true,
		"Who put flowers on the graves?":                false,
		"How many guests did Vestby have at the feast?": true,
		"How many guests did Halda have at the feast?":  false,
		"did the church bells ring":                     false,
		"Why did Ida Holm open the feast?":              false,
		"tell me about the feast of Halda":              false,
		"Who gave the permit for the fireworks?":        false,
		"What did Bob Lund say about the feast?":        false,
	} {
		a := r.ask(t, Question{Text: question})
		if !a.Answered || a.Indirect != want {
			t.Errorf("%s: indirect %v, want %v: %s", question, a.Indirect, want, a.Text)
		}
	}
}
