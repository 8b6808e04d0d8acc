package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAbbreviation is how long, in bytes, an abbreviation is at most.
const maxAbbreviation = 16

// endsInAbbreviation reports whether the last word of done is an abbreviation
// that does not end the sentence before next.
func endsInAbbreviation(done, next string) bool {
	word := lastWord(done)
	bare := strings.ToLower(strings.TrimSuffix(word, "."))
	switch {
	case neverLast[bare]:
		return true
	case sometimesLast[bare], isInitial(word):
		return !startsFreshly(next)
	case beforeNumber[bare]:
		return unicode.IsDigit(firstRune(next))
	}
	return false
}

// lastWord is the word that ends s, with its points; what is too long to be an
// abbreviation is cut.
func lastWord(s string) string {
	tail := s[max(0, len(s)-maxAbbreviation):]
	word := tail[strings.LastIndexFunc(tail, isWordBreak)+1:]
	return strings.TrimLeftFunc(word, func(r rune) bool { return !isWordRune(r) })
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isWordBreak reports whether r stands between words or opens something.
func isWordBreak(r rune) bool {
	return unicode.IsSpace(r) || IsDash(r) || strings.ContainsRune("([{“‘\"/", r)
}

// isInitial reports whether the word is a capital with a point, or several.
func isInitial(word string) bool {
	for p := range strings.SplitSeq(strings.TrimSuffix(word, "."), ".") {
		if r, n := utf8.DecodeRuneInString(p); n != len(p) || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// startsFreshly reports whether the words to come begin with one that rarely
// follows an abbreviation within a sentence ("the U.S. He said").
func startsFreshly(next string) bool {
	if unicode.IsPunct(firstRune(next)) {
		_, n := utf8.DecodeRuneInString(next) // a quotation begins
		next = next[n:]
	}
	word := next
	if i := strings.IndexFunc(next, func(r rune) bool { return !isWordRune(r) }); i >= 0 {
		word = next[:i]
	}
	return starters[word]
}

var (
	// neverLast are abbreviations that always have something after them.
	neverLast = WordSet(`mr mrs ms dr prof gen lt col sgt capt cmdr maj brig adm gov sen rep reps sens rev hon pres mt messrs
		vs v e.g i.e cf viz`)
	// beforeNumber are abbreviations only where a number follows; most of them
	// are words otherwise.
	beforeNumber = WordSet(`no nos vol fig figs p pp approx ca c rs art sec ch para op b d r`)
	// sometimesLast are abbreviations that may also end a sentence.
	sometimesLast = WordSet(`jr sr inc ltd co corp bros st al u.s u.k u.n e.u u.s.s.r d.c p.m a.m etc ph.d b.c a.d est dept univ assn
		jan feb mar apr jun jul aug sep sept oct nov dec`)
	// starters are words that begin a sentence far more often than they follow
	// an abbreviation.
	starters = WordSet(`The A An In On At He She It They We This That These Those But And After Before During While When As If
		His Her Its Their There However Although Since By For With From To Both Many Some Most Despite Meanwhile According
		Asked What Who Where Why How Not Now Later Then Earlier Two Three`)
)
