package answer

import (
	"strings"
	"testing"
)

const overTheLome = `# Over the Lome

The baker Olaf Dahl crossed the Lome with a raft on Monday, and the mayor Karin Moe praised him at noon.
Karin Moe came to Sundby by train. The guild of bakers votes by post.
Ines Falk hid the letters in a sack, and the police found them by opening the cellar.
The clerk Berit Lund signed the register on Friday with Karin Moe. The sailor Ole Ravn lives in Alby.
The council of Alby is interested in a new ferry agreement, because the last contract expires in May.
The ferrymen did not strike, because their wages had been raised.
`

func TestMeans(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"lome": overTheLome})
	for _, tc := range []struct{ question, said, short string }{
		{"How did Olaf Dahl cross the Lome?", "crossed the Lome", "with a raft"},
		{"How did Karin Moe travel to Sundby?", "by train", "by train"},
		{"How does the guild vote?", "votes by post", "by post"},
		{"How did the police find the letters?", "opening the cellar", "by opening the cellar"},
		{"How did Berit Lund sign the register?", "signed the register", ""},
	} {
		a := r.ask(t, Question{Text: tc.question})
		if !strings.Contains(tc.short, a.ShortAnswer) || (a.ShortAnswer == "") != (tc.short == "") || !strings.Contains(a.Text, tc.said) {
			t.Errorf("%s: %q, want %q, in %s", tc.question, a.ShortAnswer, tc.short, a.Text)
		}
	}
}

// How somebody got somewhere is not answered where nobody says that they went there.
func TestJourneyThatNobodyTells(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"lome": overTheLome})
	for _, question := range []string{"How did Ole Ravn travel to Sundby?", "How did Karin Moe get to Alby?"} {
		if a := r.ask(t, Question{Text: question}); a.Answered {
			t.Errorf("%s: %s", question, a.Text)
		}
	}
}

// A reason for a thing of like name is none for the deed; why something was not done
// is told by a sentence that says so.
func TestCauseOfTheDeed(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"lome": overTheLome})
	if a := r.ask(t, Question{Text: "Why did the council of Alby agree to a truce?"}); a.ShortAnswer != "" {
		t.Errorf("%q in %s", a.ShortAnswer, a.Text)
	}
	if a := r.ask(t, Question{Text: "Why didn't the ferrymen strike?"}); a.ShortAnswer != "their wages had been raised" {
		t.Errorf("%q in %s", a.ShortAnswer, a.Text)
	}
}
