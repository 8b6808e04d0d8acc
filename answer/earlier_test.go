package answer

import (
	"strings"
	"testing"
)

const bells = "The bells of Norwick\nAnn Berg came to Norwick on Tuesday. It was her first visit to Norwick since 2015, when she met Tom Holt. " +
	"The great bell, which has hung there since 1887, rang for the first time since the flood. It last cracked in May 1978, when lightning struck. The lamp, made in 1811 by a smith, has nine glasses and was last lit at a wedding in 1968.\n\n" +
	"Ola Lind is the first woman to lead the choir of Norwick. The choir sings on Friday."

// Who asks for the last time is told of the time before, and not of what is news now.
func TestTheTimeBefore(t *testing.T) {
	t.Parallel()
	r := over(t, bells)
	r.shortAnswers(t, map[string]string{
		"When was Ann Berg last in Norwick?":                    "2015",
		"When was the last time that Ann Berg visited Norwick?": "2015",
		"When did the bell last crack?":                         "May 1978",
		"When was the lamp last lit at a wedding?":              "1968",
		"Had Ann Berg visited Norwick before?":                  "Yes",
		"Has a woman led the choir of Norwick before?":          "No",
		"When did Ann Berg come to Norwick?":                    "Tuesday",
		"When does the last choir of Norwick sing?":             "Friday",
	})
}

// A date beside "since" is not that of the time before if it is what has lasted since.
func TestLastingIsNotBefore(t *testing.T) {
	t.Parallel()
	if a := over(t, bells).ask(t, Question{Text: "When did the great bell last ring?"}); a.ShortAnswer != "" {
		t.Errorf("the short answer is %q, want none: %s", a.ShortAnswer, a.Text)
	}
}

const palace = "Two presidents meet\nPresident Ann Berg received President Tom Holt at the palace of Norwick on Saturday. " +
	"Tom Holt had last visited Norwick in 2015 to meet then-President Ola Lind. The main goal was a promise by Tom Holt to meet Mayor Per Dahl. " +
	"Tom Holt said that a meeting including Bishop Siri Lunde could come next if talks with Mayor Per Dahl went well. Tom Holt was joined by Ida Vik and Jens Rud."

// What is told of an occasion before, or only of what somebody means to do, tells nothing
// of what is asked about.
func TestOtherOccasions(t *testing.T) {
	t.Parallel()
	r := over(t, palace, "The visit\nPresident Tom Holt of Tilbeck met President Ann Berg in Norwick in August 2025 for an hour.")
	r.shortAnswers(t, map[string]string{
		"Who met Tom Holt at the palace?":       "President Ann Berg",
		"Who did Tom Holt meet?":                "President Ann Berg",
		"Who received Tom Holt?":                "President Ann Berg",
		"Who did Tom Holt meet with?":           "President Ann Berg",
		"Who met with Tom Holt?":                "President Ann Berg",
		"When was Tom Holt in Norwick before?":  "2015",
		"When did Tom Holt last visit Norwick?": "2015",
	})
	if a := r.ask(t, Question{Text: "When was the meeting?"}); a.ShortAnswer == "2015" || len(a.Disagreements) > 0 || strings.Contains(a.Statements[0].Text, "2015") {
		t.Errorf("the meeting is dated to the visit of 2015: %s", a.Text)
	}
	if a := r.ask(t, Question{Text: "When did Tom Holt visit Norwick?"}); a.ShortAnswer == "2015" {
		t.Errorf("the visit is dated to the one before: %s", a.Text)
	}
}
