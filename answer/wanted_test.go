package answer

import (
	"testing"
)

// What a question asks for decides which of several values is the short answer.
func TestWantedValues(t *testing.T) {
	t.Parallel()
	const body = "The bridge over the Skar at Brunnvik is 42 metres high and 1.5 miles long, weighs 900 tonnes and was opened in 1931. " +
		"Traffic on the bridge at Brunnvik rose by 15 percent to 8,000 cars, at 30 km/h, and the toll for the bridge brought in 12 million euros. " +
		"The bridge keeper at Brunnvik, Ada Lind, 58, has measured the water, which was two degrees warmer than the year before. " +
		"Some 400 litres of fuel leaked from the bridge crane at Brunnvik and polluted 30 hectares of marsh at 3 p.m. on Tuesday."
	r := over(t, "The bridge at Brunnvik\n"+body)
	r.shortAnswers(t, map[string]string{
		"How high is the bridge at Brunnvik?":                       "42 metres",
		"What is the height of the bridge at Brunnvik?":             "42 metres",
		"How long is the bridge at Brunnvik?":                       "1.5 miles",
		"How heavy is the bridge at Brunnvik?":                      "900 tonnes",
		"By what percentage did traffic on the bridge rise?":        "15 percent",
		"What sum did the toll for the bridge bring in?":            "12 million euros",
		"How old is the keeper Ada Lind?":                           "58",
		"What age is the keeper Ada Lind?":                          "58",
		"How much warmer was the water at the bridge?":              "two degrees",
		"How much fuel leaked from the crane?":                      "Some 400 litres",
		"How many hectares of marsh were polluted?":                 "30 hectares",
		"At what time was the marsh polluted?":                      "3 p.m.",
		"In which year was the bridge at Brunnvik opened?":          "1931",
		"On which weekday did the fuel leak and pollute the marsh?": "Tuesday",
	})
}

// "What time" asks for a time of day, which no date is, nor the name of a treaty.
func TestTimesOfDay(t *testing.T) {
	t.Parallel()
	r := over(t, "The works\nThe brewery at Brunnvik opened its doors at 3 p.m. on Tuesday. The START programme of the brewery ends in May 2031.")
	r.shortAnswers(t, map[string]string{
		"What time did the brewery at Brunnvik open its doors?": "3 p.m.",
		"When does the START programme end?":                    "May 2031",
		"What time did the START programme end?":                "",
	})
}

// "For how much" asks for money.
func TestForHowMuch(t *testing.T) {
	t.Parallel()
	r := over(t, "The mill\nThe old mill at Brunnvik has one wheel. The old mill at Brunnvik changed hands for 900 euros.")
	r.shortAnswers(t, map[string]string{"For how much did the old mill change hands?": "900 euros"})
}

// People who are counted are those whom the question asks about.
func TestCountedPeople(t *testing.T) {
	t.Parallel()
	r := over(t, "The landslide at Brunnvik\nThe landslide at Brunnvik killed 14 hikers and injured 57 people, four of them seriously. "+
		"About 3,200 residents of the valley were evacuated after the landslide. Brunnvik is a town of 94,000 in the north.")
	r.shortAnswers(t, map[string]string{
		"How many people were hurt in the landslide?":   "57",
		"How many people were killed in the landslide?": "14",
		"How many people were evacuated?":               "About 3,200",
		"What is the number of injured at Brunnvik?":    "57",
		"What is the population of Brunnvik?":           "94,000",
	})
}

// A day that only the article's date tells answers, and so do "two days ago" and "two
// days later".
func TestRelativeDatesAnswer(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"The ferry Halda sank off Brunnvik yesterday.":                                              "yesterday",
		"The ferry Halda sank off Brunnvik last week.":                                              "last week",
		"The ferry Halda sank off Brunnvik 3 days ago.":                                             "3 days ago",
		"The ferry Halda left Storholm on May 3. The ferry Halda sank off Brunnvik two days later.": "two days later",
	} {
		a := over(t, "The Halda\n"+body).ask(t, Question{Text: "When did the ferry Halda sink?"})
		if a.ShortAnswer != want {
			t.Errorf("%q answers %q, want %q", body, a.ShortAnswer, want)
		}
	}
}

// A date tells how long something lasted as its end, and as its beginning only where it
// lasts.
func TestDatesOfPeriods(t *testing.T) {
	t.Parallel()
	r := over(t, "The fair of Brunnvik\nThe fair of Brunnvik has been held in the old market hall since 1987. The circus stayed in Brunnvik until May 4.")
	for question, want := range map[string]string{
		"How long has the fair been held in the market hall?": "1987",
		"How long did the fair last?":                         "",
		"How long did the circus stay in Brunnvik?":           "May 4",
	} {
		if got := r.ask(t, Question{Text: question}).ShortAnswer; got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}
