package answer

import (
	"strings"
	"testing"

	"sherpa/corpus"
	"sherpa/internal/text"
)

// askedOfAll are questions that anybody asks about anything; %s stands for a name.
var askedOfAll = []string{
	"Was %s there?", "Was %s in Moscow?", "Was the summit in %s?", "Did %s come?", "Did %s go to Alaska?", "Did %s leave?", "Did they meet in %s?", "Is %s wanted?",
	"Is %s the president?", "Was %s arrested?", "Was %s happy?", "Has %s resigned?", "Had %s been there before?", "Will %s be at the next one?", "Can %s win?", "Should %s pay?",
	"Did %s and Trump agree?", "Didn't %s sign it?", "Who is %s?", "Who met %s?", "Whom did %s meet?", "Who was with %s?", "Who came with %s and why?", "What is %s?", "What does %s mean?",
	"What did %s say?", "What does %s want?", "What did %s get?", "What happened to %s?", "Why did %s come?", "Why %s?", "How did %s react?", "How old is %s?", "How long was %s there?",
	"When did %s arrive?", "When was %s last in Alaska?", "Since when is %s president?", "Where was %s?", "Where is %s going?", "Which two men met %s?", "How many people came with %s?",
	"%s?", "%s %s", "is it true that %s won", "What about %s or Trump?", "according to %s, who lost?", "does any article mention %s", "%s's car?",
}

// Whatever is asked about whomever, there is an answer or a refusal, which holds to the rules
// of answers.
func TestEveryNameInEveryQuestion(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for i, name := range briefNames(t) {
		for k := i % 3; k < len(askedOfAll); k += 3 { // each question of a third of the names: all take long
			f := askedOfAll[k]
			question := strings.ReplaceAll(f, "%s", name)
			r.checkAnswer(t, r.ask(t, Question{Text: question}))
		}
	}
}

// briefNames are the words that the briefs write with a capital within a sentence.
func briefNames(t *testing.T) []string {
	t.Helper()
	files, err := corpus.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	seen := map[string]bool{}
	for _, file := range files {
		data, err := corpus.FS.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		s := string(data)
		for _, w := range text.Words(s) {
			if w.IsCapital() && w.Start > 1 && s[w.Start-1] == ' ' && s[w.Start-2] != '.' && !seen[w.Norm] {
				seen[w.Norm] = true
				names = append(names, w.Text)
			}
		}
	}
	if len(names) < 50 {
		t.Fatalf("only %d names", len(names))
	}
	return names
}
