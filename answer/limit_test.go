package answer

import (
	"testing"
)

// Values that a yes/no question compares are told apart by the value that the
// articles give.
func TestYesNoAboutValues(t *testing.T) {
	t.Parallel()
	r := over(t, "News from Brunnvik\nThe strike of the dockers lasted 19 days. The storm injured 57 people in Brunnvik. The repairs of the pier cost 40 million euros. "+
		"The harbour board was founded in 1924. The vote on the pier took place on Tuesday. The mayor was not in the hall. Neither was Ann Berg, the mayor’s wife, who had taken the train.")
	for question, want := range map[string]string{
		"Did the strike of the dockers last longer than two weeks?":         "Yes",
		"Did the strike of the dockers last longer than a month?":           "No",
		"Did the strike of the dockers last less than 20 days?":             "Yes",
		"Did the strike of the dockers last less than 19 days?":             "No",
		"Did the storm injure more than fifty people?":                      "Yes",
		"Did the storm injure more than 57 people?":                         "No",
		"Did the storm injure fewer than 50 people?":                        "No",
		"Did the storm injure at least 57 people?":                          "Yes",
		"Were the repairs of the pier cheaper than 50 million euros?":       "Yes",
		"Was the harbour board founded before 1930?":                        "Yes",
		"Was the harbour board founded after 1930?":                         "No",
		"Was the vote on the pier on a Wednesday?":                          "No",
		"Did the vote on the pier take place on Tuesday or Friday?":         "Tuesday",
		"Did the mayor take more than 300,000 euros?":                       "",
		"Did the mayor take more than three hundred thousand euros?":        "",
		"Did the strike of the dockers last 19 days or 31 days?":            "19 days",
		"Did the vote on the pier take place on a Monday, or on a Tuesday?": "Tuesday",
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
				t.Errorf("%q, want %q: %s", a.ShortAnswer, want, a.Text)
			}
		})
	}
}
