package answer

import (
	"testing"
)

func TestAskInStory(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for asked, want := range map[string]string{
		"When did they meet?":                         "When did Trump and Putin meet?",
		"Who was there?":                              "Who was present at the summit?",
		"Where did Trump and Putin meet?":             "",
		"When did Russia sell Alaska? How old is it?": "",
	} {
		a := r.ask(t, Question{Text: asked})
		r.checkAnswer(t, a)
		if a.UnderstoodAs != want || !a.Answered {
			t.Errorf("%q is answered %t, understood as %q, want %q", asked, a.Answered, a.UnderstoodAs, want)
		}
	}
}
