package answer

import (
	"strings"
	"testing"
)

// The rest of an article tells what a passage without names is about.
func TestSameStory(t *testing.T) {
	t.Parallel()
	people := "In Brunnvik the mayor Ada Lindt thanked the fire chief Bo Marek, and Cleo Orr of the Halda Foundation opened the Storholm school."
	others := "In Osterby the minister Dag Prahl thanked the pilot Eva Rask, and Finn Gerdt of the Grimm Institute opened the Lindsund library."
	filler := strings.Repeat("People stood in the rain and waited for the lights to come back on. ", 30)
	one := "A dark week\nThe blackout lasted nineteen hours and spoilt the fish in the cold stores.\n\n" + filler + "\n\n" + people
	another := "Candles\nBakers threw the dough away, because the blackout went on for thirty hours.\n\n" + filler + "\n\n"
	for name, tt := range map[string]struct {
		other string
		want  int
	}{
		"the same people elsewhere": {people, 1},
		"other people elsewhere":    {others, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := over(t, one, another+tt.other).ask(t, Question{Text: "How long did the blackout last?"})
			if len(a.Disagreements) != tt.want {
				t.Errorf("%d disagreements, want %d: %s", len(a.Disagreements), tt.want, a.Text)
			}
		})
	}
}
