package answer

import (
	"testing"
)

// Of several numbers in a sentence the one answers that is told with the question's words.
func TestNumberAmongNumbers(t *testing.T) {
	t.Parallel()
	r := over(t, "The league of Norwick\nSix throws for 163 metres against Skarvik left the thrower Ada Lind with 812 metres through the first six rounds. "+
		"Berit Moe’s 144 goals are just one behind the record of Brunnvik. The rowers of Hadlow have a run of seven wins and only one defeat in nine regattas. "+
		"The yard of Storholm is laying off 16% of its staff, which are 870 people. The club split its fees 70/30 with the fishermen.")
	r.shortAnswers(t, map[string]string{
		"How many metres did Ada Lind have through six rounds?":  "812 metres",
		"How many goals did Ada Lind score?":                     "",
		"How many goals did Berit Moe score?":                    "144",
		"How many regattas did the rowers of Hadlow win?":        "nine",
		"How many defeats did the rowers of Hadlow have?":        "one",
		"How many people is the yard of Storholm laying off?":    "870",
		"What percentage of its staff is the yard laying off?":   "16%",
		"How many fishermen did the club split its fees with?":   "",
		"How many rowers has Hadlow behind the record of Berit?": "",
	})
}

// Of a part and its whole the one answers of which the question's words are told, and neither
// contradicts the whole; officers are no police cars.
func TestPartAndWhole(t *testing.T) {
	t.Parallel()
	r := over(t, "Jewels of Norwick\nMasked thieves took nine jewels from the museum of Norwick.",
		"Jewels of Norwick found\nCustoms officers in Hadlow, who had opened a spare wheel in the lorry of a baker and his sister late on Monday, have recovered seven of the nine stolen jewels from the museum, prosecutors of Norwick said on Tuesday. "+
			"The chief leads 35 officers and looks for cars seen between 3 and 4 a.m.")
	r.shortAnswers(t, map[string]string{
		"How many jewels were recovered?": "seven",
		"How many jewels were stolen?":    "nine",
		"How many police cars were seen?": "",
	})
}

// What only repeats a date of the question, tells what a thing is of, or bears the name of a
// day is no answer; one end of a period is none either, but where that is asked for.
func TestWhenAndWhere(t *testing.T) {
	t.Parallel()
	r := over(t, "NRL 2024 Auction Live: Lind in spotlight as Hadlow set for carnival\nNRL 2024 Auction Live: The auction of the Norvik Premier League (NRL) 2024 is slated to happen on December 19 in Hadlow. "+
		"The rowers of Skarvik had a run of seven wins from 1905 to 1913. The ferry Halda was repaired between 1921 and 1923. "+
		"Ada Lind moved from Norwick in 1940. Halloween in Lantern Quest is the first themed event to come to the hunting game. "+
		"Ada Lind came with her co-founder Karl Holm.")
	r.shortAnswers(t, map[string]string{
		"When is the NRL 2024 auction?":                   "December 19",
		"where is the auction held":                       "",
		"where is the nrl auction":                        "Hadlow",
		"When did the rowers of Skarvik have their run?":  "1905 to 1913",
		"When was the ferry Halda repaired?":              "between 1921 and 1923",
		"When did the run of the rowers of Skarvik begin": "1905",
		"When did Ada Lind move?":                         "1940",
		"Who makes Lantern Quest?":                        "",
		"Who is Karl Holm?":                               "co-founder",
	})
}

// What something is said not to be is not done.
func TestNotA(t *testing.T) {
	t.Parallel()
	r := over(t, "The match at Norwick\nNils Aker was lucky not to be dismissed after he elbowed Tor Berg, yet the referee deemed it an incident and not a yellow or red card offence.")
	r.shortAnswers(t, map[string]string{
		"Did Nils Aker get a card for elbowing Tor Berg?": "No",
		"Did Nils Aker elbow Tor Berg?":                   "Yes",
	})
}

// A sum that is asked for by a noun is the one beside it, and a list is shown whole.
func TestMeasuresAndLists(t *testing.T) {
	t.Parallel()
	r := over(t, "The exchange of Hadlow\nIn 2020 the clerk Wang checked the books of Halda and found that the bank was negative by $200 million, which was more than "+
		"the $150 million Halda made in revenue. The rowers beat Skarvik, Brunnvik and Storholm in their last three races.")
	r.shortAnswers(t, map[string]string{
		"How much revenue did Halda make when Wang checked the books?":  "$150 million",
		"Who did the rowers of Skarvik beat in their last three races?": "Skarvik, Brunnvik and Storholm",
	})
}

// A figure that is not said to be that of the first is no other account of the first.
func TestFirstsDiffer(t *testing.T) {
	t.Parallel()
	r := over(t, "Ada Lind for Norwick\nAda Lind only scored her first goals for Norwick in 2020.",
		"The goals of Ada Lind\nJust six of the goals that Ada Lind scored in 2023 were scored for Norwick.")
	a := r.ask(t, Question{Text: "When did Ada Lind score her first goals for Norwick?"})
	if a.ShortAnswer != "2020" || len(a.Disagreements) > 0 {
		t.Errorf("short answer %q, disagreements %v", a.ShortAnswer, a.Disagreements)
	}
}
