package answer

import (
	"strings"
	"testing"

	"sherpa/answer/evidence"
	"sherpa/retrieval"
)

func TestSpeakers(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, text, last string }{
		{"before the verb", "The keeper Ole Dam said the lamp was broken.", "Ole Dam"},
		{"after the quotation", "“The lamp is broken,” said Ole Dam, the keeper.", "Ole Dam, the keeper"},
		{"an apposition between", "Karen Holt, a pilot from Vardø, told reporters that the ice was thin.", "Karen Holt"},
		{"the owner of another does not speak", "Holt’s deputy, Ib Krogh, warned that the ice was thin.", "Ib Krogh"},
		{"according to", "The ice was thin, according to Karen Holt.", "Karen Holt"},
		{"according to at the beginning", "According to Karen Holt, the ice was thin.", "Karen Holt"},
		{"an attribution at the end", "Karen Holt lost her boots on the ice, officials said.", "officials"},
		{"a pronoun", "Karen Holt was cautious. “The ice is thin,” she said.", "Karen Holt"},
		{"a pronoun after a last name alone", "Karen Holt crossed the bay. Holt was cautious. “The ice is thin,” she said.", "Karen Holt"},
		{"a pronoun in its own sentence", "Karen Holt stayed at home because she had warned of the ice.", "Karen Holt"},
		{"a second quotation goes on", "“The ice is thin,” said Karen Holt. “We stay at home.”", "Karen Holt"},
		{"a quotation without a verb of speech", "Ole Dam praised the ice. Karen Holt found it “rather thin”.", "Karen Holt"},
		{"a pronoun means whom the sentence before begins with", "Ole Dam said the lamp was broken. Karen Holt of Vardø lost to the captain. She called the ice “rather thin”.", "Karen Holt of Vardø"},
		{"a pronoun means nobody around it", "Karen Holt was cautious. “The ice is thin,” she said. Ib Krogh, she added, had found it thick.", "Karen Holt"},
		{"a pronoun right before the verb", "Karen Holt was cautious. The ice, she added, was thin.", "Karen Holt"},
		{"no noun of speech", "Karen Holt crossed the bay without warning.", ""},
		{"a call that is no word", "A party for Karen Holt was called off.", ""},
		{"nobody", "The ice on the bay was thin.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			r := overArticles(t, map[string]string{
				"one": "# On the bay\n\n" + tc.text + "\n", "two": "# Guests\n\nGuests were Karen Holt, Ole Dam and Ib Krogh.\n",
			})
			res, err := r.search.Search(t.Context(), retrieval.Query{Text: "Karen Holt Ole Dam ice bay lamp", Sources: []string{"one"}, K: passagesRead})
			if err != nil || len(res.Hits) == 0 {
				t.Fatalf("nothing found: %v", err)
			}
			p := res.Hits[0].Parsed
			got := ""
			if all := evidence.Speakers(p); all[len(all)-1].Len() > 0 {
				sp := all[len(all)-1]
				got = p.Text[p.Words[sp.Start].Start:p.Words[sp.End-1].End]
			}
			if got != tc.last {
				t.Errorf("%q speaks, want %q", got, tc.last)
			}
		})
	}
}

const bridgeVote = `# Skagen votes on the bridge

The council of Skagen voted for a bridge to the island on Monday. Birgit Moen, the mayor of Skagen, welcomed the vote.
“A town without a bridge is a waiting room,” Moen told the council. The ferry will sail until the bridge opens.

Ole Tveit, who runs the ferry company, was bitter. “We are being paid with our own money,” he said about the bridge.
Its lawyer, Nils Aas, declared that the company would sue the council over the bridge.
Karin Lie, the head of the fishermen’s league, stayed away from the vote on the bridge.
`

func TestWordsOfWhomIsAskedAbout(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"vote": bridgeVote})
	for _, tc := range []struct{ question, first string }{
		{"What did Moen say about the bridge?", "waiting room"},
		{"What did the mayor say about the bridge?", "waiting room"},
		{"How did the mayor of Skagen react to the vote?", "welcomed the vote"},
		{"What did Tveit say about the bridge?", "paid with our own money"},
		{"What does the head of the ferry company think of the bridge?", "paid with our own money"},
		{"What was the lawyer’s reaction to the vote?", "would sue"},
		{"What did Lie say about the bridge?", ""},
	} {
		a := r.ask(t, Question{Text: tc.question})
		switch {
		case tc.first == "" && a.Answered:
			t.Errorf("%s: %q, but those are not her words", tc.question, a.Text)
		case tc.first != "" && (len(a.Statements) == 0 || !strings.Contains(a.Statements[0].Text, tc.first)):
			t.Errorf("%s: %q does not begin with %q", tc.question, a.Text, tc.first)
		}
	}
}
