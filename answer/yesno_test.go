package answer

import (
	"strings"
	"testing"
)

// yesNoNews are articles in which people do things to each other.
var yesNoNews = []string{
	"Court hears the dispute over the mill\nThe miller Bernt Olsen sued the landowner Astrid Dahl in March over the dam. Dahl was convicted of fraud in 2019. " +
		"Greta Holm and Nils Aker signed the lease of the mill. Before the hearing, Olsen sold none of his fields, although he needed cash. Aker did not admit to the theft of the deeds, and the letter gave no reason; nobody suspected anything. " +
		"The surveyor Ivar Lund broke an arm when the dam burst.",
	"The dam above Norwick\nThe sawmill was spared by the flood. The footbridge stayed open while the road to Bergen was closed. Nobody was killed. A new dam is planned by the county. " +
		"The miller's widow, Sigrid Olsen, did not attend the hearing. Petra Vik, a baker from Norwick, moved to Bergen in May. The baker and the smith had not quarrelled in public since 2011.",
}

func TestYesNoVerdicts(t *testing.T) {
	t.Parallel()
	r := over(t, yesNoNews...)
	for question, want := range map[string]string{
		"Did Bernt Olsen sue Astrid Dahl?":                   "Yes",
		"Did Astrid Dahl sue Bernt Olsen?":                   "",
		"Was Bernt Olsen sued by Astrid Dahl?":               "",
		"Did Ivar Lund break an arm?":                        "Yes",
		"Did Greta Holm break an arm?":                       "",
		"Did Greta Holm sign the lease?":                     "Yes",
		"Did Bernt Olsen sell his fields?":                   "No",
		"did Aker own up to the theft of the deeds":          "No",
		"did he get off on anything":                         "",
		"Was the sawmill damaged by the flood?":              "No",
		"Was the footbridge closed?":                         "No",
		"Was anybody killed in Norwick?":                     "No",
		"Was the old sawmill repainted?":                     "",
		"Did the road to Bergen get closed?":                 "Yes",
		"Did the baker and the smith quarrel?":               "",
		"Was Bernt Olsen requested to come?":                 "",
		"Did Sigrid Olsen attend the hearing?":               "No",
		"Has the county built a new dam?":                    "Not reported",
		"Was it Petra Vik or Ivar Lund who moved to Bergen?": "Petra Vik",
		"Did Petra Vik move to Bergen or Oslo?":              "Bergen",
		"Is Petra Vik a baker or a miller?":                  "baker",
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
				t.Errorf("%q, want %q: %s", a.ShortAnswer, want, a.Text)
			}
		})
	}
}

// Who was not let in leaves open who else was there, and a light verb with its noun is an
// expression of its own.
func TestYesNoAbsenceAndTaking(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks on the herring in Halda\nThe owners' head, Nils Aker, met Petra Vik and other owners in Halda on Monday. The mayor, Ann Berg, was not included in the talks, leaving some questions. "+
		"An observer noted that the next round could come in May if the owners agree. “I count on Petra Vik to end these talks,” said Carl Lund. There is a need for results.")
	for question, want := range map[string]string{
		"Did Ann Berg take part in the talks?":          "No",
		"Did Nils Aker take part in the talks?":         "",
		"Did they take questions?":                      "",
		"Did anyone take notes?":                        "",
		"Did Petra Vik hold talks with Carl Lund?":      "",
		"Were there any results?":                       "Not reported",
		"Did Petra Vik get what she wanted?":            "",
		"Will Nils Aker be at the next round of talks?": "",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
			t.Errorf("%s %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}

// Who is listed in a party that came was there; what is only put up to be confirmed is
// read as a question.
func TestYesNoPartiesAndClaims(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks on the herring in Halda\nNils Aker met Petra Vik in Halda for talks on the herring. Aker was accompanied by the engineer Bob Lund, the banker Carl Dahl and the pilot Ida Holm. "+
		"Aker is under an arrest warrant in Norvia. After the talks, Vik laid a stone at the pier. The fishermen's delegation never left Bergen.")
	for question, want := range map[string]string{
		"Was Bob Lund at the talks?":                      "Yes",
		"Did Ida Holm attend the talks?":                  "Yes",
		"Was Bob Lund at the funeral?":                    "",
		"Did Bob Lund speak at the talks?":                "",
		"Was Nils Aker arrested?":                         "",
		"Is it true that Petra Vik laid a stone?":         "Yes",
		"True or false: Petra Vik laid a stone":           "Yes",
		"Can you confirm that Bob Lund was at the talks?": "Yes",
		"Bob Lund was at the talks?":                      "Yes",
		"Is it correct that Bob Lund laid a stone?":       "",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != want {
			t.Errorf("%s %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}

// A noun is no verb, what is asked may be no word to look for, and what is told of
// somebody else decides nothing.
func TestYesNoWithoutVerdict(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks on the herring in Halda\nThe owners and the fishermen met in Halda on Monday. The mild tone was taken as a sign of hope. Petra Vik was excluded from the meeting on herring. "+
		"Nils Aker represented the owners. The strike goes on.")
	for _, question := range []string{"Did they sign anything?", "Was Nils Aker at the meeting?", "Is the strike over?", "Did the owners take questions?"} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer != "" || len(a.Disagreements) > 0 {
			t.Errorf("%s: %q, %d disagreements: %s", question, a.ShortAnswer, len(a.Disagreements), a.Text)
		}
	}
}

// What somebody did not do, as far as the articles tell, is refused, or a sentence
// about it is shown.
func TestYesNoUntold(t *testing.T) {
	t.Parallel()
	r := over(t, yesNoNews...)
	for _, question := range []string{
		"Did Petra Vik resign?", "Did Astrid Dahl apologise to Bernt Olsen?", "Did Nils Aker paint the sawmill?",
	} {
		if a := r.ask(t, Question{Text: question}); a.Answered {
			t.Errorf("%s: %s", question, a.Text)
		}
	}
	const long = "Did Astrid Dahl export timber abroad, buy paintings at an auction, hire musicians, plant orchards, and write poems about Bergen?"
	if a := r.ask(t, Question{Text: long}); a.Confidence == 0 {
		t.Errorf("a long question is not left to the gate: %s", a.Text)
	}
	if a := r.ask(t, Question{Text: "Did Greta Holm break an arm?"}); !strings.Contains(a.Text, "Ivar Lund broke") {
		t.Errorf("the sentence that tells is not shown: %s", a.Text)
	}
}
