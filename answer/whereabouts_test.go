package answer

import "testing"

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
	})
}
