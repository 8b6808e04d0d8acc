package question

import (
	"cmp"
	"math"
	"slices"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// A yes/no question may be about a value: "Was it on a Friday?" asks whether it is
// that one, "Did it last longer than three hours?" on which side of it what the
// articles give lies, and "Was it Friday or Saturday?" which of two it is.

// Limit is the value that a yes/no question is about.
type Limit struct {
	value.Value
	// Side is 1 where more, later or longer is asked about, -1 where less is, and 0
	// where the value itself is.
	Side int
	// Other is the second of two that are put up to choose from, or nil.
	Other *value.Value
}

// valueOf maps the kinds of values that yes/no questions are about to the kinds of
// questions that ask for them.
var valueOf = map[value.Kind]retrieval.Kind{
	value.Duration: retrieval.KindDuration, value.Date: retrieval.KindDate,
	value.Number: retrieval.KindNumber, value.Money: retrieval.KindNumber, value.Percent: retrieval.KindNumber,
}

// readLimit finds the value that a yes/no question is about. A number is one only
// with a word that compares: what "two leaders" are is no question.
func readLimit(question string) (l Limit, ok bool) {
	found := value.Find(question)
	for i, v := range found {
		side := sideOf(question, v)
		switch v.Kind {
		case value.Duration, value.Date:
		case value.Number, value.Money, value.Percent:
			if side == 0 {
				continue
			}
		default:
			continue
		}
		l = Limit{Value: v, Side: side}
		if i+1 < len(found) && found[i+1].Kind == v.Kind && isOr(question[v.End:found[i+1].Start]) {
			l.Other = &found[i+1]
		}
		if side == 0 && isRange(v.Of(question)) {
			l.Other = &l.Value
		}
		l.open()
		return l, true
	}
	return Limit{}, false
}

// orReach is how many words may stand between two values to choose from.
const orReach = 4

// isOr reports whether two values with this between them are put up to choose from.
func isOr(gap string) bool {
	words := text.Words(gap)
	return len(words) <= orReach && slices.ContainsFunc(words, func(w text.Word) bool { return w.Norm == "or" })
}

// isRange reports whether a value names two figures to choose from ("three or four
// hours").
func isRange(value string) bool {
	words := text.Words(value)
	at := slices.IndexFunc(words, func(w text.Word) bool { return w.Norm == "or" })
	return at > 0 && at+1 < len(words) && !hedgeEnds[words[at+1].Norm]
}

// hedgeEnds are the words after "or" that only widen a figure.
var hedgeEnds = text.WordSet(`so more less fewer longer`)

// open takes the figure itself out of what lies beyond it, where the text does not
// do so by a hedge.
func (l *Limit) open() {
	switch {
	case l.Hedged || l.Kind == value.Date:
	case l.Side > 0:
		l.Low = math.Nextafter(l.Low, math.Inf(1))
	case l.Side < 0:
		l.High = math.Nextafter(l.High, math.Inf(-1))
	}
}

// The words that compare, as they stand before a value: by themselves, or before
// "than" ("bigger than"). Other words before "than" ask about more.
var (
	moreWords = text.WordSet(`over above exceed exceeds exceeded exceeding least after upwards`)
	lessWords = text.WordSet(`under below before most`)
	lesserOf  = text.WordSet(`less fewer smaller shorter lower cheaper younger earlier sooner weaker lighter slower narrower nearer closer`)
)

// sideOf says on which side of a value the question asks.
func sideOf(question string, v value.Value) int {
	words := text.Words(question[:v.End])
	for i, word := range slices.Backward(words) {
		w := word.Norm
		switch {
		case w == "than" && i > 0 && lesserOf[words[i-1].Norm]:
			return -1
		case w == "than", moreWords[w]:
			return 1
		case lessWords[w]:
			return -1
		case word.Start < v.Start && w != "the" && w != "a" && w != "an" && w != "at":
			return 0
		}
	}
	return 0
}

// Tells says whether a value that the articles give lies where the question asks;
// known is false where that is open.
func (l *Limit) Tells(v value.Value) (yes, known bool) {
	switch {
	case l.Side == 0:
		return l.IsGivenBy(v), l.IsGivenBy(v) || !value.Agree(l.Value, v)
	case l.Kind == value.Date:
		order := compareDates(v.When, l.When)
		return order == l.Side, order != 0
	case l.Side > 0:
		return v.Low >= l.Low, v.Low >= l.Low || v.High < l.Low
	}
	return v.High <= l.High, v.High <= l.High || v.Low > l.High
}

// IsGivenBy reports whether a value of the articles is the one of the question, and no coarser.
func (l *Limit) IsGivenBy(v value.Value) bool {
	return value.Agree(l.Value, v) && (l.Kind != value.Date || !isFiner(l.When, v.When))
}

// isFiner reports whether a date gives a day or a month where the other gives none: what was in
// May need not have been on 3 May.
func isFiner(a, b value.When) bool { return a.Day != 0 && b.Day == 0 || a.Month != 0 && b.Month == 0 }

// compareDates orders two dates by the parts that both give; 0 where these are
// equal.
func compareDates(a, b value.When) int {
	switch {
	case a.Year != 0 && b.Year != 0 && a.Year != b.Year:
		return cmp.Compare(a.Year, b.Year)
	case a.Month == 0 || b.Month == 0 || (a.Year == 0) != (b.Year == 0):
		return 0
	case a.Month != b.Month:
		return cmp.Compare(a.Month, b.Month)
	case a.Day == 0 || b.Day == 0:
		return 0
	}
	return cmp.Compare(a.Day, b.Day)
}

// words are the folded words of the value in the question; a nil limit has none.
func (l *Limit) words(question string) map[string]bool {
	words := map[string]bool{}
	if l == nil {
		return words
	}
	for _, w := range text.Words(l.Of(question)) {
		words[w.Norm] = true
	}
	if l.Other != nil {
		for _, w := range text.Words(l.Other.Of(question)) {
			words[w.Norm] = true
		}
	}
	return words
}
