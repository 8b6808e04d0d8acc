package answer

import "testing"

// Where a place or a thing is asked for, nobody is the answer, and where somebody is,
// no place that only tells where.
func TestBearers(t *testing.T) {
	t.Parallel()
	r := over(t, "The mill at Skarvik\nMayor Ada Lind and the miller Tor Berg met at Fort Hadlow on Monday. "+
		"Mayor Ada Lind stayed at the Lamb Inn, an old hotel. Ada Lind was born in Norwick in 1960. Ada Lind paid for the ferry with her savings.")
	for question, want := range map[string]string{
		"What is the name of the hotel?":        "Lamb Inn",
		"What is the name of the fort?":         "Fort Hadlow",
		"What was the name of the miller?":      "Tor Berg",
		"Which hotel did Ada Lind stay at?":     "Lamb Inn",
		"Who met at Fort Hadlow?":               "Mayor Ada Lind and the miller Tor Berg",
		"In which town was Ada Lind born?":      "Norwick",
		"Which company did the miller inherit?": "",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
			t.Errorf("%s %q, want %q, in %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}
