package answer

import "testing"

// A verdict needs every plain word of the question, whom it asks about, and what is still
// to come where that is asked.
func TestVerdictsAreBorneOut(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\nMayor Ana Brandt brought flowers to the harbour. She did not open the bridge. The king indicated his approval. A new crane will be delivered in May.",
		"The yard\nThe yard at Halda repairs boats. Her daughter works there, and the signing was put off after the opening.")
	for question, want := range map[string]string{
		"Did Brandt bring flowers?":           "Yes",
		"Did Brandt bring her daughter?":      "",
		"Did Brandt open the bridge?":         "No",
		"Did the king open the bridge?":       "",
		"Will the crane be delivered in May?": "Yes",
		"Will Brandt bring flowers?":          "",
		"Did Brandt bring all the flowers?":   "",
		"Is there a crane?":                   "Yes",
		"Were there boats at the harbour?":    "",
		"Is the opening over now?":            "",
	} {
		got := r.ask(t, Question{Text: question}).ShortAnswer
		if got != want && (want != "" || got == "Yes" || got == "No") {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}
