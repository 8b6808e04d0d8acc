package answer

import (
	"testing"
)

// Articles of which one says yes and the other no, in words that may have little in
// common, and others that only look like it.
func TestYesAndNo(t *testing.T) {
	t.Parallel()
	const (
		final  = "Marlow win the Heron Cup\nMarlow Rovers beat Tarn United in the final of the Heron Cup in Osterby on Saturday. "
		lifted = "Rovers lift the Heron Cup\nCaptain Dario Voss lifted the Heron Cup after Marlow Rovers had beaten Tarn United on Saturday. "
		mill   = "Fire at the Brunn mill\nA fire destroyed the Brunn paper mill in Larkfield in the night to Tuesday. "
		ruins  = "Brunn mill in ruins\nThe Brunn paper mill in Larkfield, which employs 240 people, burned down in the night to Tuesday. "
		bridge = "Skar bridge opened\nThe new bridge over the Skar at Brunnvik was opened on Sunday after four years of work. "
		walked = "A bridge for Brunnvik\nThousands walked over the Skar at Brunnvik on Sunday when the new bridge was opened to the public. "
	)
	for _, tt := range []articlePair{
		{
			"arrests", "Was anybody arrested at the final?", final + "The police made no arrests in Osterby.",
			lifted + "In Osterby police detained nine Tarn supporters who had thrown flares.", "no arrests; detained nine Tarn supporters",
		},
		{
			"arrests on other days", "Was anybody arrested?", final + "The police made no arrests on Saturday.",
			lifted + "On Sunday police in Osterby arrested nine people who had thrown flares at the team's bus.", "",
		},
		{
			"arrests in another year", "Was anybody arrested at the final?", final + "The police made no arrests.",
			lifted + "At the final in Osterby in 2019 police arrested nine people.", "",
		},
		{
			"hurt", "Did anyone get hurt in the fire?", mill + "Nobody was injured.",
			ruins + "Three firefighters were taken to hospital in Larkfield with burns.", "Nobody was injured; to hospital",
		},
		{
			"damaged", "Was anyone hurt in the fire?", mill + "Nobody was hurt.",
			ruins + "A mill horse's cart is damaged.", "",
		},
		{
			"not seriously hurt", "Did anyone get hurt in the fire?", mill + "Nobody was seriously injured.",
			ruins + "Three firefighters were injured.", "",
		},
		{
			"hurt and killed", "Was anybody killed in the fire?", mill + "Nobody was killed.",
			ruins + "Three firefighters were taken to hospital in Larkfield with burns.", "",
		},
		{
			"warned", "Had the workers been warned?", mill + "The workers on the night shift had been warned by a siren and left the halls in time.",
			ruins + "The night shift had no warning, workers said; they ran when they saw the smoke.", "had no warning; workers on the night shift had been warned",
		},
		{
			"others warned", "Were the workers warned?", mill + "The workers had been warned by a siren.", ruins + "The residents of Mill Street had no warning.", "",
		},
		{
			"locked and open", "Were the emergency exits locked?", mill + "The emergency exits of the mill were locked, a survivor said.",
			ruins + "All emergency exits of the mill were open.", "were open; emergency exits of the mill were locked",
		},
		{
			"two doors", "Were the exits locked?", mill + "The exit to the yard was locked.", ruins + "The exit to the river was open.", "",
		},
		{
			"some of several", "Were the exits locked?", mill + "The exits were locked.", ruins + "Three of the exits were open.", "",
		},
		{
			"alive and dead", "Did the night watchman survive?", mill + "The night watchman Karl Holm survived; a neighbour pulled him out.",
			ruins + "The night watchman Karl Holm died in the flames.", "Holm died; night watchman Karl Holm survived",
		},
		{
			"somebody else died", "Did the night watchman survive?", mill + "The night watchman Karl Holm survived.",
			ruins + "A carpenter, Tom Ark, died in the flames.", "",
		},
		{
			"approved and rejected", "Did the council approve the bridge?", bridge + "The council of Brunnvik had approved the bridge in 2019 by 21 votes to 14.",
			walked + "The council of Brunnvik had rejected the bridge in 2019, but the county overruled it.", "council of Brunnvik had rejected the bridge; council of Brunnvik had approved the bridge",
		},
		{
			"rejected first", "Did the council approve the bridge?", bridge + "The council of Brunnvik rejected the bridge in March 2018.",
			walked + "The council of Brunnvik approved the bridge in June 2019.", "",
		},
		{
			"leaving and not leaving", "Is Dario Voss leaving Marlow?", final + "The club confirmed that the captain Dario Voss was leaving Marlow.",
			lifted + "Voss is not leaving Marlow, the club said.", "is not leaving Marlow; was leaving Marlow",
		},
		{
			"told and only mentioned", "Was there a treaty on the Skar?", bridge + "No treaty on the Skar was signed after the feast.",
			walked + "The county of Brunnvik considers a treaty on the Skar useful.", "",
		},
		{
			"a word with another meaning", "Was anything suggested in Brunnvik?", bridge + "There was no indication that the guests were cold.",
			walked + "The guests indicated that they liked it.", "",
		},
	} {
		tt.check(t)
	}
}

// Durations that answer another question than the one that is asked are no sides.
func TestDurationsOfOthers(t *testing.T) {
	t.Parallel()
	const (
		ferry = "Halda back in port\nThe captain of the ferry Halda, Nils Orr, met the harbour board of Brunnvik. "
		board = "Harbour board meets\nThe harbour board of Brunnvik heard Nils Orr, the captain of the ferry Halda. "
	)
	for name, tt := range map[string]struct{ question, a, b string }{
		"to the press": {
			"How long did Orr speak to the press?", ferry + "The talk of Orr with the board lasted two hours. Nils Orr spoke to the press for minutes only.",
			board + "The talk of Orr with the board lasted five hours.",
		},
		"a bound": {
			"How many hours did Nils Orr talk with the board?", ferry + "The talk lasted two hours.",
			board + "Orr promised to talk the engine into running within 12 hours.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if a := over(t, tt.a, tt.b).ask(t, Question{Text: tt.question}); len(a.Disagreements) > 0 {
				t.Errorf("articles are said to disagree: %s", a.Text)
			}
		})
	}
}

// Who said it, figures of a moment, and a building that may stand in a city.
func TestOtherSides(t *testing.T) {
	t.Parallel()
	const (
		merger = "Krona and Veldt to merge\nThe chip makers Krona of Norwick and Veldt of Tilbeck will merge, the two companies said. "
		shares = "Veldt and Krona join forces\nShares in Krona and Veldt rose after the chip makers from Norwick and Tilbeck had announced their merger. "
		vote   = "Sorland has voted\nThe people of Sorland elected a new parliament on Sunday; the Heron party of Ines Falk came first. "
		ahead  = "Herons ahead in Sorland\nInes Falk and her Heron party won the election in Sorland on Sunday, according to the electoral office. "
		final  = "Marlow win the Heron Cup\nMarlow Rovers beat Tarn United in the final of the Heron Cup on Saturday. "
		lifted = "Rovers lift the Heron Cup\nCaptain Dario Voss lifted the Heron Cup after Marlow Rovers had beaten Tarn United on Saturday. "
	)
	for _, tt := range []articlePair{
		{
			"two speakers", "Who said that not a single job would be lost?", merger + "“Not a single job will be lost,” said Anna Kroll, the head of Krona.",
			shares + "“Not a single job will be lost,” said Piet Maas, the head of Veldt.", "Anna Kroll; Piet Maas",
		},
		{
			"one speaker by office", "Who said that no job would be lost?", merger + "“Not a single job will be lost,” said Anna Kroll, the head of Krona.",
			shares + "“Not a single job will be lost,” the head of Krona said.", "",
		},
		{
			"two things said", "Who said that jobs would be lost?", merger + "“Not a single job will be lost,” said Anna Kroll, the head of Krona.",
			shares + "“Some jobs in the office will go, but slowly,” said Piet Maas, the head of Veldt.", "",
		},
		{
			"while votes are counted", "What share of the vote did the Herons win?", vote + "After half of the votes had been counted, the Heron party had 31 percent.",
			ahead + "The Heron party won 34 percent of the vote.", "",
		},
		{
			"a city and a building", "Where was the final played?", final + "The final was played in Osterby.", lifted + "The final was played in the Park Arena.", "",
		},
		{
			"two buildings", "Where was the final played?", final + "The final was played in the Norra Stadium.", lifted + "The final was played in the Park Arena.", "Norra Stadium; Park Arena",
		},
	} {
		tt.check(t)
	}
}
