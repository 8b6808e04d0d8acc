package answer

import (
	"slices"
	"strings"
	"testing"
)

// Values that two articles tell in words of their own, and others that only look like it.
func TestCounterparts(t *testing.T) {
	t.Parallel()
	for _, tt := range []articlePair{
		{
			"hospital and injured", "How many people were injured in the Lindsund tram crash?",
			"Trams crash in Lindsund\nTwo trams collided in Lindsund near Harbour Square. Three passengers were killed and 19 people were taken to hospital.",
			"Lindsund tram collision\nThe collision in Lindsund at Harbour Square was heard for miles. The hospital treated 27 injured.",
			"19 people; 27",
		},
		{
			"lives and people", "How many lives did the Lindsund tram crash cost?",
			"Trams crash in Lindsund\nThe collision of two trams in Lindsund near Harbour Square cost seven lives.",
			"Lindsund tram collision\nFour people have died since the trams met in Lindsund at Harbour Square.",
			"seven lives; Four people",
		},
		{
			"the dead and all passengers", "How many passengers were there in the Lindsund trams?",
			"Trams crash in Lindsund\nThere were 64 passengers in the trams that met in Lindsund near Harbour Square.",
			"Lindsund tram collision\nTwo passengers of the trams were killed in Lindsund at Harbour Square.",
			"",
		},
		{
			"a part and the whole", "How many seats did the Heron party win in Osterby?",
			"Herons win Osterby\nThe Heron party won 18 of the 40 seats in the council of Osterby on the Grim.",
			"Osterby has voted\nIn Osterby on the Grim the Heron party took 21 of the 40 seats in the council.",
			"18; 21",
		},
		{
			"a duration in other words", "How long did it take to count the votes in Osterby?",
			"Herons win Osterby\nCounting the votes in Osterby on the Grim took six hours.",
			"Osterby has voted\nTen hours passed in Osterby on the Grim before the last vote was in the book.",
			"six hours; Ten hours",
		},
		{
			"a duration before something", "How long did the crews fight the fire in Osterby?",
			"Osterby mill burns\nCrews fought the fire in the mill of Osterby on the Grim for nine hours before they went home.",
			"Fire at Osterby\nThe crews in Osterby on the Grim fought the fire for 13 hours.",
			"nine hours; 13 hours",
		},
		{
			"a duration of something else", "How long was the power out in Osterby?",
			"Storm in Osterby\nThe power was out in Osterby on the Grim for two hours.",
			"Osterby after the storm\nA train stood still near Osterby on the Grim for five hours.",
			"",
		},
		{
			"nearly the same and another", "How long did the crews fight the fire in Osterby?",
			"Osterby mill burns\nCrews fought the fire in the mill of Osterby on the Grim for nine hours.",
			"Fire at Osterby\nThe crews in Osterby on the Grim fought the fire for nearly nine hours.",
			"",
		},
		{
			"sums of different size", "How much does the Osterby mill pay?",
			"Osterby mill pays\nThe mill of Osterby on the Grim pays £34,600 a year.",
			"The mill of Osterby\nWages at the mill of Osterby on the Grim: it pays £19 million a year.",
			"",
		},
		{
			"both given by one", "What was the turnover of the Osterby mill?",
			"Osterby mill grows\nThe mill of Osterby on the Grim had a turnover of 2.1 billion euros.",
			"The mill of Osterby\nThe mill of Osterby on the Grim had a profit of 64 million euros on a turnover of 2.1 billion.",
			"",
		},
	} {
		tt.check(t)
	}
}

// Days that articles tell by the day on which they were written.
func TestDaysOfWriting(t *testing.T) {
	t.Parallel()
	// The articles are of a Wednesday and of the day after.
	const wednesday, thursday, later = "2023-05-10", "2023-05-11", "2023-05-25"
	for name, tt := range map[string]struct{ told, on, other, onOther, want string }{
		"yesterday and the weekday":   {"yesterday", wednesday, "on Tuesday", thursday, ""},
		"yesterday and another day":   {"yesterday", wednesday, "on Wednesday", thursday, "yesterday; Wednesday"},
		"yesterday in both":           {"yesterday", wednesday, "yesterday", thursday, "yesterday; yesterday"},
		"yesterday and the date":      {"yesterday", wednesday, "on May 9", thursday, ""},
		"yesterday and another date":  {"yesterday", wednesday, "on May 8", thursday, "yesterday; May 8"},
		"the weekday and the date":    {"on Tuesday", wednesday, "on May 9", later, ""},
		"weekdays of different weeks": {"on Tuesday", wednesday, "on Monday", later, ""},
		"weekdays":                    {"on Tuesday", wednesday, "on Monday", thursday, "Tuesday; Monday"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			article := func(day, told string) string {
				return "---\npublished: " + day + "\ntitle: Osterby bridge opens\n---\nThe bridge over the Grim at Osterby was opened by Ines Falk " + told + ".\n"
			}
			r := overArticles(t, map[string]string{"a": article(tt.on, tt.told), "b": article(tt.onOther, tt.other)})
			a := r.ask(t, Question{Text: "When was the bridge at Osterby opened?"})
			r.checkAnswer(t, a)
			var sides []string
			for _, d := range a.Disagreements {
				for _, c := range d.Claims {
					sides = append(sides, c.Value)
				}
			}
			slices.Sort(sides)
			want := strings.Split(tt.want, "; ")
			slices.Sort(want)
			if got := strings.Join(sides, "; "); got != strings.Join(want, "; ") {
				t.Errorf("the sides are %q, want %q: %s", got, tt.want, a.Text)
			}
		})
	}
}
