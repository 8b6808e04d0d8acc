package conversation

import "testing"

func TestOutcomeTopic(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"How did the talks go?":                      "the talks",
		"ok so how did the meeting go down":          "the meeting",
		"how did the trial end in the end":           "the trial",
		"What was the outcome of the summit?":        "the summit",
		"What came out of the talks in Norwick?":     "the talks in Norwick",
		"what was agreed at the summit":              "the summit",
		"What did Ann and Bob achieve at the talks?": "the talks",
		"Was the summit a success?":                  "the summit",
		"how has the strike turned out":              "the strike",
		"How did Ann Lee end up in Norwick?":         "",
		"What was the result of the vote?":           "",
		"How did the plane go down?":                 "",
		"How did they go to the talks?":              "",
		"What came of Ann Lee?":                      "",
	} {
		topic, _, ok := Topic(asked)
		if !ok {
			topic = ""
		}
		if topic != want {
			t.Errorf("%q asks for the outcome of %q, want %q", asked, topic, want)
		}
	}
}
