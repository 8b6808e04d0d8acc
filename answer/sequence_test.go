package answer

import (
	"strings"
	"testing"
)

var fairNews = []string{
	"The lantern fair at Norwick\nThe lantern fair of Norwick drew 300 guests on Sunday. After the fair, the baker Greta Holm swept the square. The fair was held in the old harbour. " +
		"Before the fair, the mayor had warned of the wind. “Light is a kind of bread,” said Greta Holm. Nils Aker, who led the choir, sang three songs. “We were louder than the rain,” he said. " +
		"The choir was told to meet President Olav Berg.",
}

func TestWhatHappenedInSequence(t *testing.T) {
	t.Parallel()
	r := over(t, fairNews...)
	for question, want := range map[string]string{
		"What happened after the fair?":  "swept the square",
		"What happened before the fair?": "had warned of the wind",
	} {
		a := r.ask(t, Question{Text: question})
		r.checkAnswer(t, a)
		if len(a.Statements) == 0 || !strings.Contains(a.Statements[0].Text, want) {
			t.Errorf("%s: %s", question, a.Text)
		}
	}
}

// Who said words that a question quotes is whom the articles give them to.
func TestWhoSaidTheWords(t *testing.T) {
	t.Parallel()
	r := over(t, fairNews...)
	for question, want := range map[string]string{
		"Who said “Light is a kind of bread”?":            "Greta Holm",
		"who said \"we were louder than the rain\"":       "Nils Aker",
		"Whose words are “we were louder than the rain”?": "Nils Aker",
		"Who is Olav Berg?":                               "President",
	} {
		a := r.ask(t, Question{Text: question})
		r.checkAnswer(t, a)
		if a.ShortAnswer != want {
			t.Errorf("%s: %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}
