package answer

import (
	"testing"
)

// How long something lasted is told by the duration that belongs to it, not by the time
// in which there was nothing like it, or within which it is to end.
func TestHowLongItLasted(t *testing.T) {
	t.Parallel()
	r := over(t, "The strike\nThe strike at Brunnvik is the longest in thirty years. The mayor claimed that he could end the strike within two days. "+
		"A truce in the five-week strike at Brunnvik is near, said the union.",
		"The siege\nThe nine-year-old siege of Halda goes on. On Monday the council met for a third hour, seeking a way to end the siege.")
	r.shortAnswers(t, map[string]string{
		"How long has the strike at Brunnvik lasted?":   "five-week",
		"How long has the siege of Halda lasted?":       "nine-year-old",
		"Within how many days could he end the strike?": "two days",
	})
}
