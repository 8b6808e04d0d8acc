package answer

import (
	"slices"
	"testing"
)

// Where a place or a thing is asked for, nobody is the answer, and where somebody is,
// no place that only tells where.
func TestBearers(t *testing.T) {
	t.Parallel()
	r := over(t, "The mill at Skarvik\nMayor Ada Lind and the miller Tor Berg met at Fort Hadlow on Monday. "+
		"Mayor Ada Lind stayed at the Lamb Inn, an old hotel. Ada Lind was born in Norwick in 1960. Ada Lind paid for the ferry with her savings.")
	r.shortAnswers(t, map[string]string{
		"What is the name of the hotel?":        "Lamb Inn",
		"What is the name of the fort?":         "Fort Hadlow",
		"What was the name of the miller?":      "Tor Berg",
		"Which hotel did Ada Lind stay at?":     "Lamb Inn",
		"Who met at Fort Hadlow?":               "Mayor Ada Lind and the miller Tor Berg",
		"In which town was Ada Lind born?":      "Norwick",
		"Which company did the miller inherit?": "",
	})
}

// A name that the question gives is not the answer, nor is what has no name a hotel, and
// what happened is no reason for it.
func TestNoBearers(t *testing.T) {
	t.Parallel()
	r := over(t, "The council of Skarvik\nSecretary Ada Lind, 58, left on Monday. Berit Moe, 61, left, too. Tor Berg succeeded Nils Aker as treasurer of the council. "+
		"The guests of the hotel took extra blankets. The mayor of Skarvik had not been invited. The judge, who is 71, lives in Norwick. "+
		"The keeper of the mill waited 14 hours. Karl Holm is the grandfather of Lena Holm.")
	r.shortAnswers(t, map[string]string{
		"Who left with Lind as secretary?":          "",
		"Who succeeded Aker as treasurer?":          "Tor Berg",
		"Who is the grandfather of Lena Holm?":      "Karl Holm",
		"Which hotel did the guests take?":          "",
		"Why was the mayor of Skarvik not invited?": "",
		"How old is the secretary Ada Lind?":        "58",
		"How old is the judge?":                     "71",
		"How old is the keeper of the mill?":        "",
		"How long did the keeper of the mill wait?": "14 hours",
	})
}

// Part of a compound is nobody, "one" counts nothing where it stands for a thing, and who was
// first is told by that word.
func TestNoPartsOfWords(t *testing.T) {
	t.Parallel()
	r := over(t, "The airfield at Norwick\nPilots flew Danish-built planes to the airfield at Norwick. One is probably the oldest plane at the airfield. "+
		"Ada Lind came to the airfield and Berit Moe left the airfield. Karl Holm was the first to land at the airfield.")
	r.shortAnswers(t, map[string]string{
		"Who built the planes?":                      "",
		"How many planes were at the airfield?":      "",
		"Who was the last to leave the airfield?":    "",
		"Who was the first to land at the airfield?": "Karl Holm",
	})
}

// Who was there is told by the whole list, not by a reason, and by no place.
func TestWhoIsToldInFull(t *testing.T) {
	t.Parallel()
	r := over(t, "The ferry of Norwick\nOn board the ferry were skipper Ada Lind, deck hand Berit Moe and rescue diver Tor Berg. "+
		"The choir of the ferry will sing in Karl Park on Sunday. He voted for the repair because of Nils Aker.")
	r.shortAnswers(t, map[string]string{
		"Who was on board the ferry?": "skipper Ada Lind, deck hand Berit Moe and rescue diver Tor Berg",
		"Who sings on Sunday?":        "",
		"Who voted for the repair?":   "",
	})
}

// The noun of a settled phrase names nothing by itself.
func TestNoSettledPhrases(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Norwick\nThe first ship in the harbour will be the Aurora, which has medicines on board.")
	if a := r.ask(t, Question{Text: "What's on the Aurora?"}); a.ShortAnswer == "board" || a.ShortAnswer == "on board" {
		t.Errorf("the answer is %s", a.Text)
	}
}

// One who has gone, a namesake and a bearing did nothing, and no time is stolen.
func TestAsidesAreNobody(t *testing.T) {
	t.Parallel()
	r := over(t, "The mill of Norwick\nAda Lind, who replaced Tor Berg as head, runs the mill. The committee of the mill is named after Nils Aker. "+
		"The flour has been found in a shed north of Lindhaven. The theft took 25 minutes. The mill must hand over the barns, annexed in 2014. "+
		"The committee of the mill includes pension fund chief Ola Dahl.")
	for question, not := range map[string]string{
		"Who runs the mill now?":  "Tor Berg",
		"Who's on the committee?": "Nils Aker",
		"Who found the flour?":    "Lindhaven",
		"What was stolen?":        "25 minutes",
		"What did they annex?":    "2014",
		"Who paid?":               "Ola Dahl",
	} {
		if a := r.ask(t, Question{Text: question}); a.ShortAnswer == not {
			t.Errorf("%s %s", question, a.Text)
		}
	}
	r.shortAnswers(t, map[string]string{"Who did Ada Lind replace?": "Tor Berg", "Who is the committee named after?": "Nils Aker"})
}

// A short answer is a whole answer: no verb with the beginning of its object, no word that a
// quotation completes, none of several that are asked for, and no meaning that nothing gives.
func TestWholeAnswers(t *testing.T) {
	t.Parallel()
	r := over(t, "The mill of Norwick\nBehind the mayors a board displayed the words “Grain for all”. Holm claims Arden, Brack, Corley and Dunmore. "+
		"The mayor said that he would brief Mill Council members and perhaps possibly Guild leaders on long-term grain.")
	for question, not := range map[string][]string{
		"What was on the board?":                  {"displayed the words", "words"},
		"What are the four towns Holm claims?":    {"Arden", "Holm", "Brack"},
		"What does “grain for bread” mean?":       {"term", "long-term", "grain"},
		"What is the Guild?":                      {"possibly", "perhaps possibly", "perhaps"},
		"What does Mill Council mean?":            {"brief"},
		"Which two towns did the mayor speak of?": {"Arden", "Holm"},
	} {
		if a := r.ask(t, Question{Text: question}); slices.Contains(not, a.ShortAnswer) {
			t.Errorf("%s %s", question, a.Text)
		}
	}
}
