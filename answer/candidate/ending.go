package candidate

import (
	"strings"

	"sherpa/retrieval"
)

// endings are what the last word of a candidate can end in, in the order in which
// they are looked for.
var endings = []struct {
	class int
	list  []string
}{
	{endingPeople, []string{"ish", "ese", "ian", "ean", "can"}},
	{endingMatter, []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "logy", "ics"}},
	{endingAgent, []string{"er", "or", "ist", "ers", "ors", "ists"}},
	{endingGerund, []string{"ing"}},
	{endingPast, []string{"ed"}},
	{endingAdverb, []string{"ly"}},
	{endingQuality, []string{"al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ary"}},
	{endingPlural, []string{"s"}},
}

// The classes of endings.
const (
	endingOther = iota
	endingFigure
	endingPeople
	endingMatter
	endingAgent
	endingGerund
	endingPast
	endingAdverb
	endingQuality
	endingPlural
	endingCount
)

// leastStem is how many letters stand before an ending.
const leastStem = 2

func endingOf(w *retrieval.Word) int {
	if w.IsNumeric() {
		return endingFigure
	}
	for _, e := range endings {
		for _, end := range e.list {
			if len(w.Norm) >= len(end)+leastStem && strings.HasSuffix(w.Norm, end) {
				return e.class
			}
		}
	}
	return endingOther
}

// isUpper reports whether a word is written in capitals.
func isUpper(w string) bool { return len(w) > 1 && strings.ToUpper(w) == w }
