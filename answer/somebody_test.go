package answer

import (
	"strings"
	"testing"
)

const larkfield = "Summit in Larkfield\nThe French delegation included Trade Minister Paul Roux and harbour fund chief Jean Valse. " +
	"Ann Lund faces a warrant of the Harbour Court for fraud; Norwick rejects the claim. " +
	"International experts called the summit a success for Bob Marr and for Ann Lund, who wants to be the mediator. " +
	"The summit was held in Larkfield, where Lund greeted Marr with flowers. Marr thanked Lund for proposing Larkfield as the place of the meeting. " +
	"Marr would like to host the next round in Tarn."

// Who is asked for has the office or did the deed: nobody who stands in the same list, only wishes
// for it, or is named where it is told in the passive.
func TestWhoIsAskedFor(t *testing.T) {
	t.Parallel()
	r := over(t, larkfield)
	r.shortAnswers(t, map[string]string{
		"Who heads the harbour fund?":                        "Jean Valse",
		"Who has the wish to be mediator?":                   "Ann Lund",
		"Whose idea was it to hold the summit in Larkfield?": "Lund",
		"Who organised the summit?":                          "",
		"Who has hosted the next round?":                     "",
	})
	if a := r.ask(t, Question{Text: "By whom is Ann Lund wanted for fraud?"}); strings.Contains(a.ShortAnswer, "rejects") {
		t.Errorf("a clause is nobody: %q", a.ShortAnswer)
	}
}

// Who is told to have been away was not there, and is not left out where that is asked.
func TestWhoWasAway(t *testing.T) {
	t.Parallel()
	r := over(t, "Summit in Larkfield\nPresidents Ann Lund and Bob Marr met in Larkfield on Monday. "+
		"Ida Holm and Baltic leaders had no part in the talks, which leaves much open. Another meeting could follow with Holm and perhaps Nordic leaders.")
	for _, question := range []string{"Which Baltic leaders took part in the talks?", "Which Baltic leaders were at the talks?", "Why did Ida Holm walk out of the talks?"} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != "" || len(a.Statements) != 1 || !strings.Contains(a.Text, "had no part in the talks") {
			t.Errorf("%s %q: %s", question, a.ShortAnswer, a.Text)
		}
	}
	if a := r.ask(t, Question{Text: "Who had no part in the talks?"}); !strings.Contains(a.Text, "Holm") {
		t.Errorf("who was away: %s", a.Text)
	}
}

// What is put into words by somebody is not therefore so, and what a sentence supposes denies nothing.
func TestVerdictsOfViews(t *testing.T) {
	t.Parallel()
	r := over(t, "Summit in Larkfield\nBob Marr presented the talks in Larkfield as a diplomatic breakthrough. "+
		"Ann Lund warned before the talks that Tarn would face penalties if no ceasefire was reached. Lund and Marr first talked in private.")
	r.shortAnswers(t, map[string]string{
		"Were the talks a diplomatic breakthrough?":     "",
		"Did Lund promise a ceasefire?":                 "",
		"Did Lund and Marr talk alone?":                 "Yes",
		"Did Marr present the talks as a breakthrough?": "Yes",
	})
}

// What others want is not what is asked, a three-way meeting counts nobody, and what is asked since when is
// no bound of something else.
func TestWantedCountedSince(t *testing.T) {
	t.Parallel()
	r := over(t, "Summit in Larkfield\nExperts called the summit a success for Bob Marr and for Ann Lund, who wants to be the mediator. "+
		"Marr is interested in a new fishing treaty. Holm asked for guarantees by Lund and ruled out a harbour tariff. A three-way meeting with officials of Tarn could come next. "+
		"Norvia invaded Tarn in May 2021. No head of state of Norvia had visited Larkfield since 2015. Ann Lund and Bob Marr conferred for two hours.",
		"The war in Tarn\nNo head of state of Norvia had visited Larkfield since 2015. The war between Norvia and Tarn began with the invasion in May 2021.")
	r.shortAnswers(t, map[string]string{
		"What does Marr want?":                             "a new fishing treaty",
		"Since when is there war between Norvia and Tarn?": "May 2021",
		"What does Holm want from Lund?":                   "", // not what she rules out
		"How many officials came with Marr?":               "",
		"How long did Lund and Marr spend together?":       "two hours",
	})
}

// A first name that no article has is somebody else's.
func TestNamesOfRelatives(t *testing.T) {
	t.Parallel()
	r := over(t, "Summit in Larkfield\nPresident Ann Lund met President Robert Marr in Larkfield. Lund called the talks “frank and useful”. Marr said that the road was long.")
	for _, question := range []string{"What did Greta Lund think of it?", "What did Greta Lund say about the talks?"} {
		if a := r.ask(t, Question{Text: question}); a.Answered {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	for _, question := range []string{"What did Mrs Lund say about the talks?", "What did Annie Lund say about the talks?", "What did Ann Lund say about the talks?"} {
		if a := r.ask(t, Question{Text: question}); !a.Answered {
			t.Errorf("%s refused", question)
		}
	}
}
