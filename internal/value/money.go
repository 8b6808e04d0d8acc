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
	"yen": "jpy", "rupee": "inr", "rupees": "inr", "francs": "chf", "chf": "chf", "lira": "try", "zloty": "pln", "zlotys": "pln", "rand": "zar",
	"peso": "peso", "pesos": "peso", "kroner": "krone", "krone": "krone", "kronor": "krona", "krona": "krona", "dirham": "aed", "dirhams": "aed",
	"shekel": "ils", "shekels": "ils", "ringgit": "myr", "baht": "thb", "forint": "huf", "forints": "huf", "naira": "ngn", "riyal": "sar", "riyals": "sar",
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
		return unit, len(f.s) - len(rest) + n, i, !unicode.IsDigit(after) && !unicode.IsLetter(after)
	}
	if nation := f.norm(i); (nation == "usa" || nation == "american") && f.near(i) {
		i++
	}
	unit, ok = currencyWords[f.norm(i)]
	if !ok || !f.near(i) || f.norm(i) == "pounds" && f.weighs(i) {
		return "", 0, i, false
	}
	return unit, f.words[i].End, i + 1, true
}

// weighReach is how many words before pounds may say that they are a weight.
const weighReach = 5

// weighs reports whether a word shortly before word i speaks of a weight.
func (f *finder) weighs(i int) bool {
	for k := max(0, i-weighReach); k < i; k++ {
		if strings.HasPrefix(f.norm(k), "weigh") {
			return true
		}
	}
	return false
}

// sumEndings are the scales that stand as a word of their own behind a sum with
// its currency: "$3.5 m".
var sumEndings = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}

// moneyScale multiplies a sum by the scale that is written behind it at word i,
// and returns the word after it.
func (f *finder) moneyScale(v *Value, i int) int {
	m := sumEndings[f.norm(i)]
	if m == 0 || !f.near(i) {
		return i
	}
	v.Low *= m
	v.High, v.End = v.Low, f.words[i].End
	return i + 1
}
