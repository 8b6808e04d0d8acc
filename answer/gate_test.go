package answer

import (
	"slices"
	"strings"
	"testing"

	"sherpa/retrieval"
)

// Questions that take for granted what the articles deny are answered by the
// denial, without a value.
func TestWrongPremises(t *testing.T) {
	t.Parallel()
	const (
		harbour = "The dockers and the harbour board talked until midnight. No agreement on wages was reached at the talks. A new round starts in the spring."
		bridge  = "The council debated the bridge for a week. The bridge across the fjord was never built. Ferries still cross the water every hour."
	)
	for _, tt := range []struct{ name, body, question, want string }{
		{"when", harbour, "When was the agreement on wages signed?", "No agreement on wages was reached"},
		{"who", harbour, "Who signed the agreement on wages?", "No agreement on wages was reached"},
		{"why", harbour, "Why did they sign the agreement on wages?", "No agreement on wages was reached"},
		{"verb", bridge, "When was the bridge across the fjord built?", "was never built"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := over(t, "News from Brunnvik\n"+tt.body)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			if !a.Answered || a.ShortAnswer != "" || len(a.Statements) != 1 || !strings.Contains(a.Statements[0].Text, tt.want) {
				t.Errorf("answered %v, short answer %q, want only %q: %s", a.Answered, a.ShortAnswer, tt.want, a.Text)
			}
		})
	}
}

// What a sentence tells is not corrected by a denial of something like it.
func TestPremisesThatHold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, body, question, want string }{
		{"told elsewhere", "No agreement on wages was reached in March. The agreement on wages was signed on 4 May 2021.", "When was the agreement on wages signed?", "4 May 2021"},
		{"other times", "No talks on wages had ever been held at the town hall before. The talks on wages took place in Halda.", "Where did the talks on wages take place?", "Halda"},
		{"condition", "If no agreement on wages is reached, the port closes. The agreement on wages was signed by Ada Lindt.", "Who signed the agreement on wages?", "Ada Lindt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := over(t, "News from Brunnvik\n"+tt.body).ask(t, Question{Text: tt.question})
			if a.ShortAnswer != tt.want {
				t.Errorf("the short answer is %q, want %q: %s", a.ShortAnswer, tt.want, a.Text)
			}
		})
	}
}

// Each change of a question that the sentence answers makes it less likely that
// it does.
func TestGateLowersConfidence(t *testing.T) {
	t.Parallel()
	const body = "In 1907 the engineer Ana Brandt widened the northern mole at Brunnvik. The work increased the number of ships."
	r := over(t, "The harbour of Brunnvik\n"+body, "The yard\nThe yard at Halda repairs boats. Its crane is not used in winter.")
	right := r.ask(t, Question{Text: "Who widened the northern mole in 1907?"}).Confidence
	for name, question := range map[string]string{
		"another number": "Who widened the northern mole in 1912?",
		"another name":   "Who widened the northern mole of Torshavn in 1907?",
		"denied":         "Who did not widen the northern mole in 1907?",
		"unknown words":  "Who waltzed around the northern bonfire in 1907?",
		"what is absent": "Which orchestra widened the northern mole in 1907?",
	} {
		if got := r.ask(t, Question{Text: question}).Confidence; got >= right {
			t.Errorf("%s: %q has confidence %.3f, and the right question %.3f", name, question, got, right)
		}
	}
}

// A short question is not answered by sentences that have its names, but nothing of what
// it asks for.
func TestShortQuestionsUnmet(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\nAna Brandt met Bo Marek at Brunnvik for two hours. Brandt and Marek praised the new crane.",
		"The yard\nThe yard at Halda repairs boats. Its crane is not used in winter.")
	for question, answered := range map[string]bool{
		"What did Brandt and Marek eat?":      false,
		"Which hotel did Marek sleep in?":     false,
		"What did Brandt and Marek praise?":   true,
		"How long did Brandt and Marek meet?": true,
	} {
		if got := r.ask(t, Question{Text: question}); got.Answered != answered {
			t.Errorf("%s: answered %v with %.2f: %s", question, got.Answered, got.Confidence, got.Text)
		}
	}
}

// What counts as missing: a plain word that stands nowhere, but no slip and no word for
// anybody; and a short answer without a word around it that the articles have elsewhere.
func TestGateSignsOfMissingWords(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\nAna Brandt, the engineer, widened the mole in spring.", "The yard\nThe owner of the yard apologised for the noise.")
	for _, tt := range []struct {
		sign     string
		question string
		want     bool
	}{
		{"unmet", "What did Brandt eat?", true},
		{"unmet", "What did Brandt widen?", false},
		{"unmet", "What did the Brandt guy widen?", false},
		{"unmet", "What did Brandt wdien?", false},
		{"elsewhere", "Who widened the mole in spring?", false},
		{"elsewhere", "Who widened the mole for the noise?", true},
		{"doer", "Who apologised for the mole in spring?", true},
	} {
		why, err := r.Why(t.Context(), Question{Text: tt.question}, 1)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(why.Gate, func(p retrieval.Part) bool { return p.Feature == tt.sign })
		if got := why.Gate[at].Value > 0; got != tt.want {
			t.Errorf("%s: %s: %v, want %v", tt.question, tt.sign, got, tt.want)
		}
	}
}

// A long question is answered by what several articles have together, with their
// publishers and dates.
func TestGateReadsArticlesTogether(t *testing.T) {
	t.Parallel()
	bodies := map[string]string{
		"a": "---\nid: a\ntitle: \"Ferries\"\npublisher: Fjord Herald\npublished: \"2021-03-05\"\nlang: en\n---\n\nThe ferry company Norrline cut its winter crossings because fuel became dear.\n",
		"b": "---\nid: b\ntitle: \"Wages\"\npublisher: Harbour Times\npublished: \"2021-04-07\"\nlang: en\n---\n\nCaptains of Norrline demanded higher wages and threatened a strike in summer.\n",
	}
	const question = "Which ferry company, reported by Fjord Herald on March 5, 2021 to have cut its winter crossings because of dear fuel, " +
		"also faced captains who demanded higher wages and threatened a summer strike according to Harbour Times?"
	both := overArticles(t, bodies).ask(t, Question{Text: question})
	delete(bodies, "b")
	one := overArticles(t, bodies).ask(t, Question{Text: question})
	if !both.Answered || both.Confidence <= one.Confidence {
		t.Errorf("both articles: answered %v with %.3f; one alone: %.3f", both.Answered, both.Confidence, one.Confidence)
	}
}

// A question for several people by their office is answered by the whole list.
func TestPluralAsksForTheList(t *testing.T) {
	t.Parallel()
	a := over(t, ferryTitle+"The harbour delegation consisted of director Ada Lindt, captain Bo Marek and engineer Cleo Orr.").
		ask(t, Question{Text: "Which officials were in the harbour delegation?"})
	if want := "director Ada Lindt, captain Bo Marek and engineer Cleo Orr"; a.ShortAnswer != want {
		t.Errorf("the short answer is %q, want %q", a.ShortAnswer, want)
	}
}

// What articles have the words of, but do not tell: who did what they never say was done,
// what a thing is called that they do not name, and words that never meet.
func TestGateRefusesWhatIsNotTold(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\nThe town paid Ana Brandt for the mole. Brandt came with her son, Bo, and a writer from Halda. They drank tea on the ferry Skagen.",
		"The yard\nThe bridge at Halda was opened in May. Its crane is not used in winter.")
	for question, answered := range map[string]bool{
		"Who paid for the bridge?":                false,
		"Who paid for the mole?":                  true,
		"What is the name of the writer?":         false,
		"What is the name of Brandt’s son?":       true,
		"What is the ferry called?":               true,
		"What did the crane drink in May?":        false,
		"What did Brandt drink on the ferry?":     true,
		"When was the bridge at Halda opened?":    true,
		"What was the colour of the ferry crane?": false,
	} {
		if got := r.ask(t, Question{Text: question}); got.Answered != answered {
			t.Errorf("%s: answered %v with %.2f: %s", question, got.Answered, got.Confidence, got.Text)
		}
	}
}
