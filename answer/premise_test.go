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
