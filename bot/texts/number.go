package texts

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number writes n with the language's separators: 12,345 or 12.345.
func (t *Texts) Number(n int) string {
	return t.printer().Sprint(number.Decimal(n))
}

// Decimal writes x with the given number of digits after the decimal mark: 0.93
// or 0,93.
func (t *Texts) Decimal(x float64, digits int) string {
	return t.printer().Sprint(number.Decimal(x, number.Scale(digits)))
}

// Percent writes a share between 0 and 1 as a whole percentage: 93% or 93 %.
func (t *Texts) Percent(share float64) string {
	return t.printer().Sprint(number.Percent(share, number.Scale(0)))
}

// dollars is how each language writes US dollars around a number; the spaces do
// not break.
var dollars = map[string][2]string{
	"en": {"$", ""}, "es": {"", "\u00a0US$"}, "fr": {"", "\u00a0$\u00a0US"}, "de": {"", "\u00a0$"}, "ru": {"", "\u00a0$"}, "uk": {"", "\u00a0$"},
}

// Dollars writes an amount of US dollars to the cent: $3.05. Of less than ten
// cents it has two digits that matter: $0.0012.
func (t *Texts) Dollars(usd float64) string {
	digits := 2
	for least := 0.1; digits < 6 && usd > 0 && usd < least; least /= 10 {
		digits++
	}
	around := dollars[t.language]
	return around[0] + t.Decimal(usd, digits) + around[1]
}

func (t *Texts) printer() *message.Printer {
	return message.NewPrinter(language.Make(t.language))
}

// quotationMarks open and close a quotation in each language.
var quotationMarks = map[string][2]string{
	"en": {"“", "”"},
	"es": {"«", "»"},
	"fr": {"«\u00a0", "\u00a0»"},
	"de": {"„", "“"},
	"ru": {"«", "»"},
	"uk": {"«", "»"},
}

// Quote puts text into the language's quotation marks.
func (t *Texts) Quote(text string) string {
	marks := quotationMarks[t.language]
	return marks[0] + text + marks[1]
}

// and joins the last two parts of a list in each language.
var and = map[string]string{
	"en": " and ", "es": " y ", "fr": " et ", "de": " und ", "ru": " и ", "uk": " та ",
}

// List joins items as a sentence does: "a, b and c".
func (t *Texts) List(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + and[t.language] + items[last]
}
