package value

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var currencySigns = map[rune]string{'$': "usd", '€': "eur", '£': "gbp", '¥': "jpy", '₽': "rub", '₴': "uah", '₹': "inr", '₩': "krw", '₺': "try"}

// dollars are the prefixes that tell dollars apart; what "US" folds to is the
// country.
var dollars = map[string]string{"usa": "usd", "us": "usd", "a": "aud", "au": "aud", "c": "cad", "ca": "cad", "nz": "nzd", "hk": "hkd", "s": "sgd"}

var currencyWords = map[string]string{
	"dollar": "usd", "dollars": "usd", "usd": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "pounds": "gbp", "gbp": "gbp",
	"ruble": "rub", "rubles": "rub", "rouble": "rub", "roubles": "rub", "hryvnia": "uah", "hryvnias": "uah", "yuan": "cny", "renminbi": "cny",
	"yen": "jpy", "rupee": "inr", "rupees": "inr", "francs": "chf", "chf": "chf", "lira": "try", "zloty": "pln",
}

// currencyCodes are what may stand before a sum.
var currencyCodes = map[string]string{"usd": "usd", "eur": "eur", "gbp": "gbp", "chf": "chf", "rs": "inr", "inr": "inr", "rmb": "cny"}

// currencyBefore finds the currency whose sign or code stands just before word
// i, and where that starts.
func (f *finder) currencyBefore(i int) (unit string, start int, ok bool) {
	start = f.words[i].Start
	r, n := utf8.DecodeLastRuneInString(f.s[:start])
	if unit, ok = currencySigns[r]; !ok {
		unit, ok = currencyCodes[f.norm(i-1)]
		if !ok || !f.isCapital(i-1) || strings.Trim(f.between(i-1), ". ") != "" {
			return "", 0, false
		}
		return unit, f.words[i-1].Start, true
	}
	start -= n
	if i == 0 || r != '$' || f.words[i-1].End != start {
		return unit, start, true
	}
	if dollar, known := dollars[f.norm(i-1)]; known {
		return dollar, f.words[i-1].Start, true
	}
	return unit, start, true
}

// currencyAfter finds the currency that is named after a number, before word i,
// and returns where its name ends and the next word.
func (f *finder) currencyAfter(i int) (unit string, end, next int, ok bool) {
	end = f.words[i-1].End
	rest := strings.TrimPrefix(f.s[end:], " ")
	r, n := utf8.DecodeRuneInString(rest)
	if unit, ok = currencySigns[r]; ok {
		after, _ := utf8.DecodeRuneInString(rest[n:])
		return unit, len(f.s) - len(rest) + n, i, !unicode.IsDigit(after)
	}
	if nation := f.norm(i); (nation == "usa" || nation == "american") && f.near(i) {
		i++
	}
	unit, ok = currencyWords[f.norm(i)]
	if !ok || !f.near(i) {
		return "", 0, i, false
	}
	return unit, f.words[i].End, i + 1, true
}
