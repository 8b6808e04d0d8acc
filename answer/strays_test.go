package answer

import "testing"

// Values that stand near what is asked and are of something else: of what came of it, of another
// thing in the passage, of a pause, of a part, of years ago.
func TestValuesThatStray(t *testing.T) {
	t.Parallel()
	const (
		court = "Mayor of Dunmere guilty\nA jury in Dunmere found Mayor Victor Hale guilty of taking bribes from Nora Pell. "
		firm  = "Pell Works after the verdict\nNora Pell, whose firm paid Mayor Victor Hale of Dunmere, has lost orders. "
		fair  = "Stage falls at the Osterby fair\nThe stage of the Osterby fair fell on the meadow. The stage was built by Lund Rigging. Two men were hurt. "
		maker = "Lund Rigging looks for orders\nLund Rigging, whose stage fell at the Osterby fair, has lost orders. "
		port  = "Strike at Kellmark\nThe dockers of Kellmark under Ida Holm are on strike at the Osterkai. "
		deal  = "Kellmark deal\nThe dockers of Kellmark and Ida Holm have signed at the Osterkai. "
	)
	for _, tt := range []articlePair{
		{
			"the day of what came of it", "When was Victor Hale convicted?", court + "Hale was convicted on Tuesday.",
			firm + "Its shares fell on Wednesday, the day after Victor Hale was convicted.", "",
		},
		{"two days of it", "When was Victor Hale convicted?", court + "Hale was convicted on Tuesday.", firm + "Victor Hale was convicted on Wednesday.", "Tuesday; Wednesday"},
		{
			"another thing of the passage", "When was Lund Rigging founded?", fair + "The fair was founded in 2003 by Elias Moe.",
			maker + "The firm was founded in 1991 by Karl Lund.", "",
		},
		{"the same thing", "When was Lund Rigging founded?", fair + "Lund Rigging was founded in 2003.", maker + "The firm was founded in 1991 by Karl Lund.", "1991; 2003"},
		{
			"notice of it", "How long did the strike last?", port + "If they vote no, the strike starts again after seven days’ notice.",
			deal + "The strike lasted 17 days.", "",
		},
		{"a pause", "How long did the trial take?", court + "It ended a six-week trial.", firm + "The trial of Victor Hale had stood still for two days in April.", ""},
		{
			"a few of many", "How many dockers are there?", port + "The 2,300 dockers get more pay.",
			deal + "Three managers and three dockers will look at each crane.", "",
		},
		{
			"a noun for what may be", "How many people marched in Kellmark?", port + "Around 2,000 people marched through Kellmark against the plan.",
			deal + "Around 3,500 people marched through Kellmark.", "Around 2,000 people; Around 3,500 people",
		},
		{
			"who was counted", "How many people were injured at the Osterby fair?", fair + "At the Osterby fair 14 people were injured.",
			maker + "The fire brigade counted 22 injured at the Osterby fair.", "14 people; 22",
		},
		{
			"badly or at all", "How many people were seriously injured at the Osterby fair?", fair + "At the Osterby fair 14 people were injured, two of them seriously.",
			maker + "At the Osterby fair 22 people were injured.", "",
		},
		{
			"which one it is", "When was the Osterby fair founded?", fair + "The Osterby fair was founded in 2003 by Elias Moe.",
			maker + "Elias Moe, who founded it, said that the 2025 fair at Osterby had been called off.", "",
		},
		{
			"a name given", "How many cubs has the tigress Rani?", "Rani gets away\nThe tigress Rani, whom Ines Moll keeps in Brennick, got away. Rani has two cubs.",
			"Rani is back\nInes Moll has caught the tigress Rani in Brennick. The tigress Rani has cubs, three of them, who are called Asa, Bo and Cleo.", "three; two cubs",
		},
	} {
		tt.check(t)
	}
}

// When something opens again is told by until when it is shut; that of a part of it is not that of
// the whole, and no side where the whole has a date of its own.
func TestUntilWhenItIsShut(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"a": "---\nid: a\ntitle: Theft at the Halda museum\nlang: en\npublished: 2026-05-11\n---\n\nThe Halda museum in Norwick has lost a crown. The museum will stay closed until Thursday.\n",
		"b": "---\nid: b\ntitle: The Halda museum\nlang: en\npublished: 2026-05-12\n---\n\nThe Halda museum in Norwick is quiet. The café and the garden of the museum will open again on Wednesday, while the galleries stay shut.\n",
		"c": "---\nid: c\ntitle: A crown is gone\nlang: en\npublished: 2026-05-23\n---\n\nThe Halda museum in Norwick misses its crown. The museum expects to open its galleries again on June 1.\n",
		"d": "---\nid: d\ntitle: The cannery\nlang: en\npublished: 2026-05-12\n---\n\nThe cannery at Brunnvik will remain shut until June 20 after the storm.\n",
	})
	for question, want := range map[string]string{
		"When will the galleries open again?": "June 1",
		"When does the museum open again?":    "June 1",
		"When will the cannery open again?":   "June 20",
	} {
		a := r.ask(t, Question{Text: question})
		if len(a.Disagreements) > 0 || a.ShortAnswer != want {
			t.Errorf("%s: %q, want %q: %s", question, a.ShortAnswer, want, a.Text)
		}
	}
}

// Since when something is so is told with "since", or by when it began; a time of day counts nothing.
func TestSinceWhen(t *testing.T) {
	t.Parallel()
	r := over(t, "The Halda museum\nThe museum's director, Ada Lind, said that she had asked the ministry in March for a new alarm. "+
		"Ada Lind, who came to the museum as a curator in 2008 and has been its director since 2016, is making plans for a display without the crown. "+
		"When the alarm went, 650 people were in the museum. Lind heard the alarm of the museum at 12.20.")
	r.shortAnswers(t, map[string]string{
		"Since when is Ada Lind director?":                        "2016",
		"How many people were in the museum when the alarm went?": "650",
	})
}

// What is asked of how things are is not answered by what was years ago, nor the whole by a
// part of it.
func TestShortAnswersThatStray(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"a": "---\nid: a\ntitle: Dunmere votes\nlang: en\npublished: 2026-05-04\n---\n\nThe election in Dunmere is held on May 24. Victor Hale won the election in 2022. " +
			"At the fair in Dunmere 57 people were hurt, four of them seriously. Why was the fair short? It rained. How strong was the wind at the fair? At the fair it blew at 90 kilometres an hour.\n",
		"b": "---\nid: b\ntitle: The fair\nlang: en\npublished: 2026-05-05\n---\n\nThe fair in Dunmere lasted three days, and the wind came from the north.\n",
	})
	r.shortAnswers(t, map[string]string{
		"When is the election in Dunmere?":                       "May 24",
		"How many people were seriously hurt at the fair?":       "four",
		"How long did the fair last?":                            "three days",
		"Should Victor Hale win the election?":                   "",
		"How long was the wind at the fair stronger than usual?": "",
	})
}

// What is told of the day of writing as of what is to come is no other time than what will be.
func TestPlansOfToday(t *testing.T) {
	t.Parallel()
	r := overArticles(t, map[string]string{
		"a": "---\nid: a\ntitle: Strike over at Kellmark\nlang: en\npublished: 2026-05-08\n---\n\nThe strike at Kellmark is over, Ida Holm said. Work starts again with the night shift on Friday.\n",
		"b": "---\nid: b\ntitle: Deal at Kellmark\nlang: en\npublished: 2026-05-08\n---\n\nIda Holm has signed a deal at Kellmark. Work will start again with the day shift on Saturday.\n",
	})
	if _, values := sides(t, r.ask(t, Question{Text: "When does work start again?"})); len(values) != 2 {
		t.Errorf("the sides are %q", values)
	}
}
