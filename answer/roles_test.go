package answer

import (
	"strings"
	"testing"
)

// overRoles are articles in which each deed has one who did it and one to whom it was done.
func overRoles(t *testing.T) reports {
	t.Helper()
	return over(t,
		"Berg and Holt confer\nMayor Ann Berg and Mayor Tom Holt conferred for talks about ending the Norvia-Larkland war. Ann Berg called Tom Holt “a smart guy” but threatened “severe” consequences if the talks failed. "+
			"Tom Holt thanked Ann Berg for the hall. Envoy Per Dahl and adviser Eva Moe joined Tom Holt.",
		"The war in Larkland\nNo mayor had been seen since Norvia invaded Larkland in May 2022. Ola Lind was excluded from the talks. "+
			"Ann Berg said that another meeting could follow with Ola Lind and the leaders of the NPU, depending on the talks.")
}

// Who did it and to whom it was done are not turned round.
func TestRoles(t *testing.T) {
	t.Parallel()
	r := overRoles(t)
	r.shortAnswers(t, map[string]string{
		"Who invaded Larkland?": "Norvia", "Who thanked Ann Berg?": "Tom Holt",
		"Was Larkland invaded by Norvia?": "Yes", "Was Tom Holt joined by Per Dahl?": "Yes",
	})
	for question, wrong := range map[string]string{
		"Who threatened Ann Berg?": "Holt", "Was Ann Berg threatened by Tom Holt?": "Yes", "Was Tom Holt thanked by Ann Berg?": "Yes",
		"Who invaded Norvia?": "Norvia", "Whom did Larkland invade?": "Larkland", "Was Norvia invaded by Larkland?": "Yes", "Was Per Dahl joined by Tom Holt?": "Yes",
		"Did Ann Berg meet Larkland?": "Yes", "Was Ola Lind invited by the NPU?": "No",
	} {
		if a := r.ask(t, Question{Text: question}); strings.Contains(a.ShortAnswer, wrong) {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}

// Whom somebody may meet one day nobody is said to have met, and who threatened was not threatened.
func TestToWhomNobodyDid(t *testing.T) {
	t.Parallel()
	r := overRoles(t)
	for _, question := range []string{"Who met Ola Lind?", "Whom did Ola Lind meet?", "Whom did Tom Holt threaten?"} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != "" && !a.Indirect {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}

// Of the two at the summit nobody is told to have been where he was not, nor a third to have joined what he
// stayed away from.
func TestRolesOfTheSummit(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	for question, wrong := range map[string]string{
		"Did Zelensky join NATO?": "No", "Did Trump join NATO?": "No", "Was Trump invited by Putin?": "No", "Did Russia meet Ukraine?": "Yes", "Did Putin thank Russia?": "Yes",
		"Did Trump greet Putin in Washington?": "Yes", "Was Trump in Ukraine?": "Yes", "Was Putin in Moscow?": "Yes", "Did Trump and Putin meet in Ukraine?": "Yes",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == wrong {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	r.shortAnswers(t, map[string]string{
		"Who invaded Ukraine?": "Russia", "Did Putin visit Alaska?": "Yes", "Is there a war in Ukraine?": "Yes", "Did they meet in September?": "No", "Did they meet in August?": "Yes", "What is NATO?": "", "Who resigned?": "",
	})
}
