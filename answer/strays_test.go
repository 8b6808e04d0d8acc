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
	} {
		tt.check(t)
	}
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

// A place where something else happened is none where this did.
func TestPlacesThatStray(t *testing.T) {
	t.Parallel()
	r := over(t, "Flowers in Kellmark\nIda Holm laid flowers at graves in Kellmark of pilots who flew machines to the Soviet Union.",
		"Kellmark talks\nThe visit of Ida Holm to Kellmark was the first to the United States since 2015.")
	if a := r.ask(t, Question{Text: "From which country was Kellmark bought?"}); len(a.Disagreements) > 0 {
		t.Errorf("a disagreement on what nobody tells: %s", a.Text)
	}
}
