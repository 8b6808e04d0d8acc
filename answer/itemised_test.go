package answer

import (
	"strings"
	"testing"
)

const quayNews = `# The quay of Brunnvik

BRUNNVIK, Norway — The council voted on Monday for a quay. Four people attended the hearing: Ann Lund, Ole Dam, Karen Holt and Ib Krogh.
The vote leaves two questions open. One is the price of the quay. Another is who may moor there. Nobody objected.

Ann Lund chairs the council. She was accompanied by Siri Lunde and Jens Rud at the dinner.
`

func TestListsOverSeveralSentences(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"quay": quayNews})
	for _, tc := range []struct{ question, first, short string }{
		{"Which questions does the vote leave open?", "The vote leaves two questions open. One is the price of the quay. Another is who may moor there.", ""},
		{"Who took part in the hearing?", "Four people attended the hearing", "Ann Lund, Ole Dam, Karen Holt and Ib Krogh"},
		{"Who accompanied Lund at the dinner?", "She was accompanied", "Siri Lunde and Jens Rud"},
	} {
		a := r.ask(t, Question{Text: tc.question})
		if len(a.Statements) == 0 || !strings.HasPrefix(a.Statements[0].Text, tc.first) || a.ShortAnswer != tc.short {
			t.Errorf("%s: %q, want %q and the short answer %q", tc.question, a.Text, tc.first, tc.short)
		}
	}
}

func TestDatelineAnswersNothing(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"quay": quayNews})
	for _, question := range []string{"Who voted for a quay on Monday?", "What did the council vote for on Monday?"} {
		if a := r.ask(t, Question{Text: question}); strings.Contains(strings.ToUpper(a.ShortAnswer), "BRUNNVIK") {
			t.Errorf("%s: %q is where the article was written", question, a.ShortAnswer)
		}
	}
}
