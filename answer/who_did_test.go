package answer

import (
	"strings"
	"testing"
)

// A yes or no is about those whom the question names, in their roles, and about what was,
// not about what somebody may do or what others did before.
func TestVerdictsOfDoers(t *testing.T) {
	t.Parallel()
	articles := []string{
		"Summit in Larkfield\nPresident Ann Lund received President Bob Marr of Norvia in Larkfield on Monday for talks about the border. " +
			"Lund thanked Marr for the tone, called the conversation respectful, and did not rule out a second meeting. " +
			"Lund praised Marr as a smart man but threatened consequences. No head of state of Norvia had visited Larkfield since 1995.",
		"Lund and Marr confer\nPresidents Ann Lund and Bob Marr conferred in Larkfield on Monday. “I am not here to negotiate for Tarn,” Lund said. " +
			"Marr had last visited Larkfield in 1995 to meet Mayor Otto Voss. A meeting including Ida Holm of Tarn could come next. " +
			"Holm asked for guarantees and ruled out a tariff. Both presidents spoke of progress.",
	}
	for question, want := range map[string]string{
		"Did Lund and Marr meet in Larkfield?":  "Yes",
		"did marr meet lund":                    "Yes",
		"Did Marr meet Holm?":                   "",
		"Did Lund meet Holm?":                   "",
		"Did Lund call Holm?":                   "",
		"Did Marr call Lund?":                   "",
		"Did Marr threaten Lund?":               "",
		"Did Lund threaten Marr?":               "Yes",
		"Did Lund rule out a second meeting?":   "No",
		"Did Lund rule out a tariff?":           "",
		"Did Holm rule out a tariff?":           "Yes",
		"Did Lund promise a second meeting?":    "",
		"Did Lund and Marr meet before?":        "",
		"Did Lund and Marr speak of progress?":  "Yes",
		"Had Marr visited Larkfield before?":    "Yes",
		"Did Holm meet Marr?":                   "",
		"Did Lund visit Norvia?":                "",
		"Did Marr thank Lund?":                  "",
		"Did Lund thank Marr for the tone?":     "Yes",
		"Did Marr receive Lund in Larkfield?":   "",
		"Did Lund receive Marr in Larkfield?":   "Yes",
		"Did Lund and Marr confer in Larkfield": "Yes",
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			r := over(t, articles...)
			a := r.ask(t, Question{Text: question})
			r.checkAnswer(t, a)
			if got := a.ShortAnswer; got != want && got != "Not reported" {
				t.Errorf("%q, want %q: %s", got, want, a.Text)
			}
		})
	}
}

// Nobody is as old as what an age stands before.
func TestAgesOfOthers(t *testing.T) {
	t.Parallel()
	r := over(t, "The war in Norvia\nPresident Ann Lund wants to end the three-year-old war in Norvia.")
	r.shortAnswers(t, map[string]string{"How old is Ann Lund?": "", "How old is the war?": "three-year-old"})
}

// A name that nobody has is one, too, where it was typed small.
func TestSmallNames(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for _, question := range []string{"what did thornquist say about the summit", "what did trump say about thornquist"} {
		if a := r.ask(t, Question{Text: question}); a.Answered {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	if a := r.ask(t, Question{Text: "what did putin say about alaska"}); !a.Answered {
		t.Error("refused what putin said")
	}
}

// Whom a deed was done to is no part of how it was done.
func TestMannerWithoutNames(t *testing.T) {
	t.Parallel()
	r := over(t, "Summit in Larkfield\nPresident Ann Lund greeted Bob Marr warmly and with flowers on Monday. The talks went on for hours.")
	if a := r.ask(t, Question{Text: "How did Ann Lund greet Bob Marr?"}); strings.HasPrefix(a.ShortAnswer, "Bob") || a.ShortAnswer == "" {
		t.Errorf("%q", a.ShortAnswer)
	}
}

// What somebody else wants, an arrest warrant and what was expected of talks answer nothing
// that is asked about others, about what may be done or what there will be.
func TestOfOthersAndToCome(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Summit in Larkfield\nExperts called the summit a victory for Bob Marr and for Ann Lund, who wants to be the mediator. No formal agreement came out of it.",
		"Lund and Marr confer\nMarr faces an arrest warrant for fraud. Sanctions were expected to occupy the delegations. Marr closed the talks with the quip “Next time, in Tarn”.",
	)
	r.shortAnswers(t, map[string]string{
		"What does Marr want?": "", "Can Marr be arrested?": "", "Will there be sanctions?": "", "What happens next?": "",
		"Was an agreement signed?": "No", "did they sign anything": "No",
	})
}

// An airport is no bridge, a sum no age, and the day of a verdict not how long somebody got.
func TestOtherThings(t *testing.T) {
	t.Parallel()
	r := over(t,
		"Storm in Larkfield\nLarkfield airport stayed open, although 37 flights were cancelled. The storm cut the power on Monday.",
		"Verdict in Larkfield\nMayor Ann Lund, who took $340,000 over three years, was sentenced to six years in prison. Bob Marr will be sentenced on December 3.",
	)
	for question, wrong := range map[string]string{
		"Which bridge stayed open?": "airport", "ann lund age?": "3", "How long did Marr get?": "December",
	} {
		if a := r.ask(t, Question{Text: question}); strings.Contains(a.ShortAnswer, wrong) || len(a.Disagreements) > 0 {
			t.Errorf("%s %q: %s", question, a.ShortAnswer, a.Text)
		}
	}
}
