package answer

import (
	"strings"
	"testing"
)

// Where somebody or something was is told by the place's name, and denied by nobody's
// absence from something else.
func TestWhereabouts(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks at the fort\nMayor Ann Berg and Mayor Tom Holt met at Fort Norwick in Tilbeck on Friday. "+
		"Ann Berg did not rule out a second meeting, possibly in Larkfield. Mayor Ola Lind was excluded from the talks in Tilbeck.",
		"What the talks mean\nThe talks were called a victory for Tom Holt, who left part of his troubles behind without conceding anything at once. "+
			"No such talks had ever been held at a fort before. Tom Holt had not met a mayor since Norwick flooded Tilbeck in 2022. The Larkfield council praised Ann Berg.")
	r.shortAnswers(t, map[string]string{
		"Did Ann Berg and Tom Holt meet in Tilbeck?":   "Yes",
		"Did Ann Berg and Tom Holt meet in Larkfield?": "Not reported",
		"Were the talks in Tilbeck?":                   "Yes",
		"Was Ola Lind at the talks?":                   "No",
		"Did Norwick flood Tilbeck?":                   "Yes",
	})
	for question, not := range map[string]string{
		"Was Tom Holt at the talks?":  "No",
		"Were the talks at a fort?":   "No",
		"Was Tom Holt in Larkfield?":  "Yes",
		"Was Ola Lind in Larkfield?":  "Yes",
		"Did Tom Holt go to Tilbeck?": "No",
		"Did Tilbeck flood Norwick?":  "Yes",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == not {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}

// In a list of ministers each has a post of his own.
func TestWhoHoldsWhichOffice(t *testing.T) {
	t.Parallel()
	r := over(t, "Two delegations\nThe delegation of Norwick included Mayor Ann Berg, special envoy Tom Holt, Finance Minister Ola Lind and Defence Minister Per Dahl. "+
		"Norwick President Eva Moe received Larkfield President Ida Falk.")
	r.shortAnswers(t, map[string]string{
		"Is Ola Lind the finance minister?":       "Yes",
		"Is Per Dahl the finance minister?":       "",
		"Is Tom Holt the mayor?":                  "",
		"Is Eva Moe the president of Norwick?":    "Yes",
		"Is Eva Moe the president of Larkfield?":  "",
		"Is Ida Falk the president of Larkfield?": "Yes",
		"is ida falk president":                   "Yes",
		"Is Tom Holt president?":                  "",
	})
}

// What is denied of others, of another matter or of no such length says nothing of what is
// asked about, and who was given something did not give it.
func TestDeniedOfOthers(t *testing.T) {
	t.Parallel()
	r := over(t, "The strike of Norwick\nThe strike has closed the port of Norwick for 17 days. It has 3,100 workers, of whom the pilots were not on strike. "+
		"Mayor Ann Berg was not included in the talks of the strike. There was no sign of peace, the pilots said. The mayor of Holm, Tom Lund, was at the talks. "+
		"The old mill was sold to Ann Berg in 1999.")
	for question, not := range map[string]string{
		"Did the strike last 17 days?":       "No",
		"Did the strike last three weeks?":   "Yes",
		"Did Melinda attend the talks?":      "No",
		"Does Tom Lund want peace?":          "No",
		"Did Ann Berg sell the old mill?":    "Yes",
		"Was Tom Lund at the talks?":         "No",
		"Were the pilots on strike in Holm?": "Yes",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == not {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	r.shortAnswers(t, map[string]string{"Was Ann Berg at the talks?": "No"})
}

// "Over" is told by other words for it, and only of what is asked about.
func TestIsItOver(t *testing.T) {
	t.Parallel()
	over(t, "The strike of Norwick\nThe strike in Norwick remains unresolved for now. The trial of the miller ended on Monday. The mayors met to end the ongoing strike. The fair was not over on Friday.").shortAnswers(t, map[string]string{
		"Is the strike over?":         "No",
		"is the strike over now":      "No",
		"Is the trial over?":          "Yes",
		"Is the fair over?":           "No",
		"Is the meeting over?":        "",
		"Is the mayors' meeting over": "",
	})
}

// Who visited a country need not have been in its capital, whose name stands for it.
func TestVisitsByName(t *testing.T) {
	t.Parallel()
	r := over(t, "A visit\nAnn Berg visited the United States in May. Tom Lund met Ann Berg in Norwick on Friday.")
	r.shortAnswers(t, map[string]string{
		"Did Ann Berg visit the United States?": "Yes",
		"Did Ann Berg visit Washington?":        "",
	})
	if a := r.ask(t, Question{Text: "Will Ann Berg visit the United States?"}); a.ShortAnswer != "" || a.Answered && !a.Indirect {
		t.Errorf("a visit to come is told by one that was: %s", a.Text)
	}
}

// A question is answered by its verb, whatever else is told of its subject, and what somebody
// does not admit is open.
func TestTheVerbDecides(t *testing.T) {
	t.Parallel()
	r := over(t, "The storm of Norwick\n“We prepared for a bad night and we got a terrible one,” said Ann Berg, the mayor of Norwick. None of the pilots needed help. "+
		"The market hall was not damaged. Storm Ida injured 57 people. Work would start in October, she added. Tom Lund, on trial, did not admit to taking money. "+
		"The mayors of Norwick and Holm met and shook hands, and the gesture alone was news. Nobody suspected anything.")
	for question, not := range map[string]string{
		"Did the mayor resign?":      "Yes",
		"Did the pilots drown?":      "No",
		"Were people hurt?":          "No",
		"Did Tom Lund take money?":   "Yes",
		"Did the mayors meet alone?": "Yes",
		"Was Ann Berg arrested?":     "No",
		"When did the storm start?":  "October",
		"What was the storm called?": "for help",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == not {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}

// inTilbeck are articles on a meeting whose town is not that of which they spoke, nor the one where
// they may meet again.
func inTilbeck(t *testing.T) reports {
	t.Helper()
	return over(t,
		"Berg receives Holt\nMayor Ann Berg received Mayor Tom Holt in Tilbeck on Saturday for talks about ending the strike in Norwick. "+
			"Tom Holt had last visited Brandt in 2015. The matters of Norwick were for Norwick to decide, according to Ann Berg: “I’m here to get them to a table”.",
		"Holt and Berg confer\nMayor Tom Holt and Mayor Ann Berg conferred in Tilbeck in May 2024 to discuss the strike in Norwick. "+
			"Tom Holt closed the talks with the quip “Next time, in Larkfield”. They sounded confident that the dialogue on Norwick would continue.",
		"A third hour\nThe meeting of Mayor Ann Berg and Mayor Tom Holt went into a third hour on Friday. Ann Berg planned to inform NPU, President Ola Lind and other officials about the talks. "+
			"Ola Lind worried that Ann Berg might end the strike and quietly accept what Tom Holt wants. Experts called it a victory for Tom Holt, who left part of his troubles behind.")
}

// What was done in one place was not done in another, though both are named.
func TestDeedsElsewhere(t *testing.T) {
	t.Parallel()
	r := inTilbeck(t)
	for _, question := range []string{
		"Did Ann Berg meet Tom Holt in Norwick?", "Did they meet in Norwick?", "Was Ann Berg in Norwick?", "Was Tom Holt in Larkfield?", "Did Ann Berg go to Norwick?",
		"Did Tom Holt visit Norwick?", "Did Tom Holt visit Larkfield?", "Did Ann Berg receive Tom Holt in Larkfield?", "Did Ann Berg visit Brandt?",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == "Yes" {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	r.shortAnswers(t, map[string]string{
		"Did Ann Berg receive Tom Holt in Tilbeck?": "Yes", "Did Tom Holt visit Tilbeck?": "Yes", "Did Ann Berg visit Tilbeck?": "Yes", "Did Tom Holt go to Tilbeck?": "Yes",
	})
}

// Who asks what was done in a place where nobody did anything is told that it only comes close.
func TestSupposedPlaces(t *testing.T) {
	t.Parallel()
	r := inTilbeck(t)
	for question, elsewhere := range map[string]bool{
		"Who met Tom Holt in Larkfield?": true, "When did Berg and Holt meet in Norwick?": true, "Why did Ann Berg go to Norwick?": true,
		"Who met Tom Holt in Tilbeck?": false, "When did Berg and Holt meet in Tilbeck?": false,
	} {
		if a := r.ask(t, Question{Text: question}); a.Answered && a.Indirect != elsewhere {
			t.Errorf("%s indirect %v: %s", question, a.Indirect, a.Text)
		}
	}
}

// A month denies another one, bears out no day, and is not held against days of the week.
func TestMonthsAndDays(t *testing.T) {
	t.Parallel()
	inTilbeck(t).shortAnswers(t, map[string]string{
		"Did Ann Berg and Tom Holt meet in June?":       "No",
		"Did Ann Berg and Tom Holt meet in May 2024?":   "Yes",
		"Did Ann Berg and Tom Holt meet on 3 May 2024?": "",
	})
}

// Whom somebody only means to see he has not seen, and what stands before a name need not tell what
// it is.
func TestOnlyMeant(t *testing.T) {
	t.Parallel()
	r := inTilbeck(t)
	for question, wrong := range map[string]string{
		"Which mayors spoke with Ann Berg?": "Lind", "Which leaders agreed with Ann Berg?": "Lind", "Who resigned?": "Holt",
		"What is NPU?": "inform", "What is Norwick?": "strike", "What is Tilbeck?": "received",
	} {
		if a := r.ask(t, Question{Text: question}); strings.Contains(a.ShortAnswer, wrong) {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}
