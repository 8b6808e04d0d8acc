package answer

import (
	"testing"
)

// A verdict needs every plain word of the question, whom it asks about, and what is still
// to come where that is asked.
func TestVerdictsAreBorneOut(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\nMayor Ana Brandt brought flowers to the harbour. She did not open the bridge. The king indicated his approval. A new crane will be delivered in May.",
		"The yard\nThe yard at Halda repairs boats. Her daughter works there, and the signing was put off after the opening.")
	for question, want := range map[string]string{
		"Did Brandt bring flowers?":           "Yes",
		"Did Brandt bring her daughter?":      "",
		"Did Brandt open the bridge?":         "No",
		"Did the king open the bridge?":       "",
		"Will the crane be delivered in May?": "Yes",
		"Will Brandt bring flowers?":          "",
		"Did Brandt bring all the flowers?":   "",
		"Is there a crane?":                   "Yes",
		"Were there boats at the harbour?":    "",
		"Is the opening over now?":            "",
	} {
		got := r.ask(t, Question{Text: question}).ShortAnswer
		if got != want && (want != "" || got == "Yes" || got == "No") {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}

// A verdict is about the thing that is asked about, and about what is asked of it.
func TestVerdictsAreAboutIt(t *testing.T) {
	t.Parallel()
	r := over(t, "The feast of Brunnvik\nThe mill was not damaged. The barn was spared. The baker brought cold toast to the feast. The water in the well was cold. The speech lasted a minute. "+
		"The singer Petra Vik was absent from the feast, and her absence alarmed the town. The band came to the feast at noon. The band of the guard owns a drum.")
	r.shortAnswers(t, map[string]string{
		"Was the mill damaged?":        "No",
		"Was the church damaged?":      "",
		"Was the barn damaged?":        "No",
		"Was the feast cold?":          "",
		"Was the water cold?":          "Yes",
		"Was the toast cold?":          "Yes",
		"Was the speech long?":         "",
		"Was Petra Vik at the feast?":  "No",
		"Was the priest at the feast?": "",
		"Was the band at the feast?":   "Yes",
		"Was the guard at the feast?":  "",
		"Was the town cheerful?":       "",
	})
}

// Nothing is a yes that somebody doubts, or that had only been due; and nothing tells of a feast that
// no article knows.
func TestDoubtsAndFormerPlansAreNoYes(t *testing.T) {
	t.Parallel()
	r := over(t, "The museum of Brunnvik\nExperts doubt that the lamp can be sold. The drum can be sold. The bell had been due to go to Halda in the spring; that loan is off. "+
		"The organ is due to go to Halda in the spring.",
		"The council\nThe council will hold a meeting next year. Cooks have voted to strike. Porters will not take part. Nils Aker voted against the loan.")
	r.shortAnswers(t, map[string]string{
		"Can the lamp be sold?":                     "Not reported",
		"Can the drum be sold?":                     "Yes",
		"Will the bell go to Halda in the spring?":  "",
		"Will the organ go to Halda in the spring?": "Yes",
		"Will the regatta be held next year?":       "",
		"Will the porters strike too?":              "",
		"Did Nils Aker vote for the loan?":          "No",
		"Did Nils Aker vote against the loan?":      "Yes",
	})
}

// What something is likened to is no yes.
func TestLikenedIsNoYes(t *testing.T) {
	t.Parallel()
	r := over(t, "The strike at Norwick\nThe mediator told the minister politely that it was about as helpful as a trumpet in a hospital. The strike went on.")
	if a := r.ask(t, Question{Text: "Did the minister help?"}); a.ShortAnswer == "Yes" {
		t.Errorf("the answer is %s", a.Text)
	}
}

// What was so once need not be so still, and a figure needs one.
func TestStillAndFigures(t *testing.T) {
	t.Parallel()
	r := over(t, "The museum of Norwick\nThe guard of the museum has been suspended. The museum is an old one. The cook is still ill.")
	for question, want := range map[string]string{
		"Is the guard still suspended?": "",
		"Was the guard suspended?":      "Yes",
		"Is the cook still ill?":        "Yes",
		"Is the museum 100 years old?":  "",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
			t.Errorf("%s %q, want %q", question, a.ShortAnswer, want)
		}
	}
}
