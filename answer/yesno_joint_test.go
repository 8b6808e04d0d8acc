package answer

import "testing"

var joint = []string{
	"Two mayors on the pier\nMayor Ann Berg and Mayor Tom Holt met in Norwick for talks on the ferry. Ann Berg and Tom Holt shook hands and exchanged a few words. " +
		"No formal agreement was announced after the meeting.",
	"The ferry stays\nAnn Berg called the talks with Tom Holt good. Tom Holt thanked Ann Berg. Although no formal deal was signed, experts called the talks a success. " +
		"Holt held out a loan in case no money is found. Nothing pointed to a truce over the fares.",
	"A ferry for two towns\nAnn Berg and Tom Holt waited for the ferry. The ferry board says that it is ready for a truce over the fares. The hall of Norwick was painted.",
}

// Those whom all articles are about need not be named where nobody is: "no deal was signed"
// is said of them. What is only said, supposed or denied of something else tells nothing.
func TestAskedOfSeveralTogether(t *testing.T) {
	t.Parallel()
	over(t, joint...).shortAnswers(t, map[string]string{
		"Did Ann Berg and Tom Holt meet?":                  "Yes",
		"Did Berg and Holt sign a deal?":                   "No",
		"Did Holt and Berg sign anything?":                 "No",
		"Did Ann Berg and Tom Holt announce an agreement?": "No",
		"Did they make a deal?":                            "No",
		"Did Ann Berg and Tom Holt exchange hostages?":     "",
		"Did they announce a truce?":                       "No",
	})
	for question, not := range map[string]string{
		"Did they exchange hostages?":                "Yes",
		"Did they discuss a truce?":                  "No",
		"Did Ann Berg and Tom Holt discuss a truce?": "No",
		"Did they agree to meet again?":              "No",
		"Did Berg and Holt agree to paint the hall?": "No",
		"Did they find money?":                       "No",
	} {
		if a := over(t, joint...).ask(t, Question{Text: question}); a.ShortAnswer == not {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}
