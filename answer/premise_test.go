package answer

import (
	"strings"
	"testing"
)

const noPact = `# Harbour talks

The mayors of Alby and Norwick talked about the harbour for two hours in Alby on Monday.

The mayors had not spoken since prices reached a low point. Many details had been agreed.
If there is a pact, then there is a pact, the mayor of Alby said.
No pact came out of the talks, but both mayors were cheerful.
The mayor of Alby called the evening “calm and friendly” and did not rule out a second one in Norwick.
Karin Moe interpreted the weather as a good sign for the mayors of Alby and Norwick.
`

func TestDenialOfThingReached(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": noPact})
	a := r.ask(t, Question{Text: "Did the two sides reach a pact?"})
	if a.ShortAnswer != "No" || !strings.HasPrefix(a.Statements[0].Text, "No pact came out") {
		t.Errorf("%q by %q", a.ShortAnswer, a.Statements[0].Text)
	}
}

func TestOfficeThatNobodyHolds(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": noPact})
	if a := r.ask(t, Question{Text: "Who was Alby's interpreter?"}); a.Answered {
		t.Errorf("answered: %s", a.Text)
	}
}

// A film by somebody has a director without the word.
func TestMakerNeedsNoOffice(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"film": "The long quay\nThe Long Quay is a film of 1979 directed by Edvin Holm. It was shot in Brunnvik."})
	if a := r.ask(t, Question{Text: "Who was the director of the film The Long Quay?"}); a.ShortAnswer != "Edvin Holm" {
		t.Errorf("%q in %s", a.ShortAnswer, a.Text)
	}
}

func TestOfficeOfCommonWords(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": noPact})
	if a := r.ask(t, Question{Text: "who was he"}); a.ShortAnswer != "" {
		t.Errorf("answered: %s", a.Text)
	}
}

func TestPlaceIsNoQuotedAdjective(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"talks": noPact})
	if a := r.ask(t, Question{Text: "Where will the second evening in Norwick be?"}); strings.Contains(a.ShortAnswer, "friendly") {
		t.Errorf("a place called %q", a.ShortAnswer)
	}
}

// Who refused to do something did not do it.
func TestPremiseThatWasRefused(t *testing.T) {
	t.Parallel()
	r := over(t, "News from Brunnvik\nThe harbour director Ada Lindt refused to resign over the leak. The dockers asked for her head.")
	a := r.ask(t, Question{Text: "Why did Ada Lindt resign?"})
	if a.ShortAnswer != "" || len(a.Statements) != 1 || !strings.Contains(a.Statements[0].Text, "refused to resign") {
		t.Errorf("%q in %s", a.ShortAnswer, a.Text)
	}
}

const quietFair = `# The fair at Sundby

The mayor Karin Moe opened the fair at Sundby on Saturday, and the two towns talked about a new ferry.
No contract was signed after the talks. Nobody was hurt when a stall fell over.
The bridge over the Lome was not closed. The bakers have not called a strike, their guild said.
The brewer Olaf Dahl was absent from the talks. He sent his daughter Berit Dahl, who spoke first.
The guild leader Ines Falk refused to leave the council and left the hall without answering questions.
A concert planned for Sunday has been called off. The police recorded no theft.
The old pier was not repaired in 1990. It was repaired last spring by the firm Havn.
The harbour will not reopen until May. Two of the stalls that were not insured belong to Moe.
`

// A question that takes for granted what a sentence denies is answered by that sentence,
// without a value.
func TestPremises(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"fair": quietFair})
	for _, tc := range []struct{ question, denial string }{
		{"What contract did they sign?", "No contract was signed"},
		{"Who signed the contract?", "No contract was signed"},
		{"How many people were hurt?", "Nobody was hurt"},
		{"Who was hurt when the stall fell over?", "Nobody was hurt"},
		{"When was the bridge closed?", "was not closed"},
		{"Why did the bakers call a strike?", "not called a strike"},
		{"How did Olaf Dahl get to the talks?", "absent from the talks"},
		{"What did Olaf Dahl say at the talks?", "absent from the talks"},
		{"Why did Ines Falk agree to leave the council?", "refused to leave"},
		{"Which questions did Falk answer?", "without answering"},
		{"Where will the concert be held?", "called off"},
		{"Where did the police record the theft?", "recorded no theft"},
	} {
		a := r.ask(t, Question{Text: tc.question})
		if a.ShortAnswer != "" || len(a.Statements) != 1 || !strings.Contains(a.Statements[0].Text, tc.denial) {
			t.Errorf("%s: %q in %s", tc.question, a.ShortAnswer, a.Text)
		}
	}
}

// Who "did not rule out" a thing denies nothing.
func TestDenialThatIsDenied(t *testing.T) {
	t.Parallel()
	r := over(t, "The meeting\nThe meeting was held at the old mill near Brunnvik. Ann Lund did not rule out a second meeting, possibly in Halda.")
	if a := r.ask(t, Question{Text: "Where was the meeting held?"}); !strings.Contains(a.Text, "the old mill") {
		t.Error(a.Text)
	}
}

// What is denied of something else, of a part, or until some day corrects nothing.
func TestDenialsOfSomethingElse(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{"fair": quietFair})
	for _, tc := range []struct{ question, said string }{
		{"Who opened the fair?", "opened the fair"},
		{"When was the old pier repaired?", "last spring"},

		{"Who was absent from the talks?", "absent"},
		{"What did Berit Dahl do at the talks?", "spoke first"},
		{"Whose stalls were insured?", "belong to Moe"},
		{"What did Ines Falk refuse?", "refused to leave"},
	} {
		a := r.ask(t, Question{Text: tc.question})
		if !strings.Contains(a.Text, tc.said) {
			t.Errorf("%s: %s", tc.question, a.Text)
		}
	}
}

// Those who were hurt were not killed, nor were those who died long before the article that says
// that nobody did, though their own article has no date.
func TestNobodyWasKilled(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"storm":   "---\nid: storm\ntitle: \"Storm over Brunnvik\"\npublisher: Fjord Herald\npublished: \"2024-03-04\"\nlang: en\n---\n\nThe storm in Brunnvik injured 41 people. No one was killed.\n",
		"captain": "# The captain\n\nHis father was one of the 14 fishermen who died in the storm of 1978. The storm has injured 57 people in Brunnvik.\n",
	})
	a := r.ask(t, Question{Text: "How many people were killed in the storm?"})
	if a.ShortAnswer != "" || len(a.Statements) != 1 || a.Statements[0].Text != "No one was killed." {
		t.Errorf("the answer is %s", a.Text)
	}
}

// A noun is not taken for the verb of a question: what is denied of one agreement does not
// keep another from running out.
func TestExpiresThoughNoneWasReached(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks end\nThe talks in Norwick brought no concrete agreements. The mayor is ready to discuss nuclear arms, since the Holm treaty expires in February 2026.")
	r.shortAnswers(t, map[string]string{"When does the nuclear treaty expire?": "February 2026"})
}
