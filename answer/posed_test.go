package answer

import (
	"strings"
	"testing"
)

// An article that puts the reader's own question answers it with what stands behind.
func TestQuestionThatAnArticlePuts(t *testing.T) {
	t.Parallel()
	r := over(t, "The wall at Halda: your questions answered\nThe wall at Halda lost a part of 40 metres when it fell from its base on Monday. Why did the wall fall? That is not yet established. "+
		"What did the builder promise? A new gate by May. The builder said nothing else. Was the night calm? Yes. Nobody heard the stones. "+
		"Could the tower still lean? In theory. Two towers of the coast lean since the war.",
		"A port without a wall\nThe wall at Halda fell in the night. The harbour of Halda stays closed because the wall is gone.")
	for question, want := range map[string]string{
		"Why did the wall fall?":          "not yet established",
		"what did the builder promise":    "new gate",
		"Why did the wall at Halda fall?": "not yet established",
		"was it a calm night":             "Yes. Nobody heard the stones.",
		"could the tower lean":            "In theory. Two towers",
	} {
		a := r.ask(t, Question{Text: question})
		r.checkAnswer(t, a)
		if len(a.Statements) == 0 || !strings.Contains(a.Statements[0].Text, want) {
			t.Errorf("%s: %s", question, a.Text)
		}
	}
	if a := r.ask(t, Question{Text: "was the night calm?"}); a.ShortAnswer != "Yes" {
		t.Errorf("no verdict: %s", a.Text)
	}
	if a := r.ask(t, Question{Text: "tell me about the builder"}); strings.Contains(a.Text, "?") {
		t.Errorf("a sentence that only asks is shown: %s", a.Text)
	}
}

// Who does something to another thing than the asked one is not asked for.
func TestWhoDidItToThis(t *testing.T) {
	t.Parallel()
	r := over(t, "The port of Halda\nAnn Berg, who owns the Compass Café, gave bread to the pickets. The lease of the pier belongs to Bob Lund. The members must still approve the lease of the pier. "+
		"They had asked for 12 percent. Ida Holm, a writer, thinks that the cranes will come.")
	for question, want := range map[string]string{
		"Who owns the Compass Café?":         "Ann Berg",
		"Who owns the mill?":                 "",
		"Did the members approve the lease?": "Not reported",
		"Did the members get 12 percent?":    "Not reported",
		"Will the cranes come?":              "Not reported",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
			t.Errorf("%s %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}
