package answer

import "testing"

// What will, can or should be is said and denied by what is to come, not by what was.
func TestYesAndNoOfWhatIsToCome(t *testing.T) {
	t.Parallel()
	const (
		fair = "Stage falls at the Osterby fair\nThe stage of the Osterby fair, which Lund Rigging had built, fell in the night, Ada Moe said. The bank paid for it in May. "
		town = "Osterby after the fair\nThe stage of Lund Rigging fell at the Osterby fair, Elias Lund said. "
	)
	for _, tt := range []articlePair{
		{
			"held and called off", "Will the fair be held next year?", fair + "The fair will be held next year, Ada Moe told reporters.",
			town + "Elias Lund told this station that the fair had been cancelled.", "fair will be held next year; been cancelled",
		},
		{
			"takes place", "Will the fair take place next year?", fair + "The fair will be held next year, Ada Moe told reporters.",
			town + "Elias Lund told this station that the fair had been cancelled.", "fair will be held next year; been cancelled",
		},
		{"what was", "Will the fair be held next year?", fair + "The fair was held in May.", town + "The fair will not be held next year.", ""},
		{
			"what may be", "Will the bank pay for the fair?", fair + "The bank might pay for the fair.", town + "The bank will not pay for the fair.", "",
		},
		{
			"would and could not", "Will the stage be built this year?", fair + "Ada Moe said that the stage would be built this year.",
			town + "Elias Lund told Lund Rigging that the stage could not be built this year.", "stage could not be built this year; stage would be built this year",
		},
		{
			"paid and not", "Will the bank pay for the fair?", fair + "The bank will pay for the fair, Ada Moe said.",
			town + "Elias Lund said that the bank will not pay for the fair.", "bank will not pay for the fair; bank will pay for the fair",
		},
		{
			"what should be", "Should the town pay for the fair?", fair + "Ada Moe said that the town should pay for the fair.",
			town + "Elias Lund said that the town should not pay for the fair.", "town should pay for the fair; town should not pay for the fair",
		},
	} {
		tt.check(t)
	}
}

// Who is asked about may be typed small.
func TestPresenceTypedSmall(t *testing.T) {
	t.Parallel()
	const (
		court = "Guilty\nA jury in Dunmere found Mayor Victor Hale guilty in the courthouse. "
		home  = "The mayor's wife\nThe wife of Mayor Victor Hale of Dunmere has spoken. "
	)
	articlePair{
		"small", "was rosa hale at the courthouse", court + "His wife Rosa Hale sat in the front row.", home + "Rosa Hale had stayed at home in Dunmere.",
		"sat in the front row; stayed at home in Dunmere",
	}.check(t)
}
