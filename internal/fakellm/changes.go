package fakellm

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The words that are changed for one another.
var (
	months   = strings.Fields("January February March April May June July August September October November December")
	days     = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	units    = strings.Fields("seconds minutes hours days weeks months years metres kilometres miles tonnes percent million billion dollars euros")
	people   = []string{"Angela Merkel", "John Smith", "Vladimir Putin", "Ada Quill", "the Pope", "Geneva", "Alaska", "Reuters"}
	counted  = strings.Fields("two three four five six seven eight nine ten eleven twelve twenty thirty hundred dozen")
	hedges   = []string{"nearly", "more than", "about", "exactly", "less than", "at least", "up to", "almost", "over"}
	maybes   = []string{" may ", " might ", " could ", " reportedly ", " allegedly ", " about ", " nearly ", " almost ", " probably "}
	opposite = map[string]string{
		"won": "lost", "rose": "fell", "opened": "closed", "before": "after", "first": "last", "more": "less", "accepted": "rejected",
		"agreed": "refused", "increase": "decrease", "above": "below", "began": "ended", "signed": "vetoed", "approved": "rejected",
		"confirmed": "denied", "north": "south", "arrived": "left", "bought": "sold", "survived": "died", "guilty": "innocent",
	}
)

func anyOf(list []string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:` + strings.Join(list, "|") + `)\b`)
}

var (
	monthWord   = anyOf(months)
	dayWord     = anyOf(days)
	unitWord    = anyOf(units)
	countedWord = anyOf(counted)
	hedgeWord   = anyOf(hedges)
	notWord     = regexp.MustCompile(`(?i)\b(?:not|never|no)\b |n[’']t\b`)
	auxiliary   = regexp.MustCompile(`\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|may|must|should)\b`)
	sourceWords = regexp.MustCompile(`(?i)^[^,]*\b(?:said|says|told|claimed|claims|according to|reported|denied)\b[^,]*?,? (?:that )?|,? (?:\p{L}+ )*(?:said|says|told \p{L}+|according to .*)\.?$`)
)

// other is another one of a list.
func other(l *liar, list []string, but string) string {
	i := slices.IndexFunc(list, func(s string) bool { return strings.EqualFold(s, but) })
	return list[(i+1+l.r.IntN(len(list)-1))%len(list)]
}

func swap(list []string, word *regexp.Regexp, otherwise string) func(*liar, string) string {
	return func(l *liar, text string) string {
		return replaceOne(l, text, word, func(w string) string { return other(l, list, w) }, otherwise)
	}
}

var (
	changeMonth = swap(months, monthWord, " in October")
	changeDay   = swap(days, dayWord, " on Friday")
	changeUnit  = swap(units, unitWord, " for 9 hours")
	changeHedge = swap(hedges, hedgeWord, ", or about that")
	changeName  = swap(people, nameRun, " with Ada Quill")
)

func changeYear(l *liar, text string) string {
	return replaceOne(l, text, year, func(y string) string {
		n, _ := strconv.Atoi(y)
		return strconv.Itoa(n + 1 + l.r.IntN(9))
	}, " in 1987")
}

// changeNumber changes digits, and words for numbers where there are none.
func changeNumber(l *liar, text string) string {
	if !number.MatchString(text) {
		return swap(counted, countedWord, ", 17 in all")(l, text)
	}
	return replaceOne(l, text, number, func(n string) string {
		digits := []byte(n)
		at := l.r.IntN(len(digits))
		if digits[at] == ',' {
			at--
		}
		digits[at] = "0123456789"[(int(digits[at]-'0')+1+l.r.IntN(9))%10]
		return string(digits)
	}, "")
}

func swapNames(l *liar, text string) string {
	found := nameRun.FindAllString(text, -1)
	if len(found) < 2 {
		return changeName(l, text)
	}
	a, b := found[0], found[1+l.r.IntN(len(found)-1)]
	return strings.NewReplacer(a, b, b, a).Replace(text)
}

// borrowName puts a name of another sentence into a text.
func borrowName(l *liar, text, from string) string {
	found := nameRun.FindAllString(from, -1)
	if len(found) == 0 {
		return changeName(l, text)
	}
	return replaceOne(l, text, nameRun, func(string) string { return pick(l, found) }, " with "+found[0])
}

func dropNot(l *liar, text string) string {
	if !notWord.MatchString(text) {
		return addNot(l, text)
	}
	return replaceOne(l, text, notWord, func(string) string { return "" }, "")
}

func addNot(l *liar, text string) string {
	if !auxiliary.MatchString(text) {
		return "It is not true that " + firstLower(text)
	}
	return replaceOne(l, text, auxiliary, func(w string) string { return w + " not" }, "")
}

func turnRound(l *liar, text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if turned := opposite[strings.ToLower(w)]; turned != "" {
			words[i] = turned
			return strings.Join(words, " ")
		}
	}
	return dropNot(l, text)
}

func dropHedge(l *liar, text string) string {
	for _, h := range maybes {
		if strings.Contains(text, h) {
			return strings.Replace(text, h, " ", 1)
		}
	}
	return "Certainly " + firstLower(changeNumber(l, text))
}

func dropSource(_ *liar, text string) string { return sourceWords.ReplaceAllString(text, "") }

// alterQuote changes a word inside quotation marks, or makes up a quotation of
// the text's own words where there is none.
func alterQuote(l *liar, text string) string {
	alter := func(quote string) string {
		words := strings.Fields(quote)
		if len(words) > 1 {
			words[1+l.r.IntN(len(words)-1)] = "never"
		}
		return strings.Join(words, " ")
	}
	if !quoted.MatchString(text) {
		return "“" + alter(text) + "”"
	}
	return replaceOne(l, text, quoted, alter, "")
}
