package text

import (
	_ "embed" // the function words
	"math/bits"
	"strings"
	"unicode"
)

// language.txt has a line for each language that is told apart: its code and
// its most frequent small words. The first lines are not all languages that can
// be answered: the others are there so that they are not taken for one.
//
//go:embed language.txt
var languageLists string

// answerable are the languages that Language names.
var answerable = [...]string{"en", "es", "fr", "de", "ru", "uk"}

// languages are the codes of all languages that are told apart, the answerable
// ones first.
var languages, smallWords = readLanguages(languageLists)

// tongues is a set of languages, as a bit for each place in languages.
type tongues uint32

func readLanguages(lists string) (codes []string, words map[string]tongues) {
	codes = append(codes, answerable[:]...)
	words = map[string]tongues{}
	for line := range strings.SplitSeq(strings.TrimSpace(lists), "\n") {
		code, list, _ := strings.Cut(line, " ")
		at := place(codes, code)
		if at < 0 {
			at = len(codes)
			codes = append(codes, code)
		}
		for w := range strings.FieldsSeq(list) {
			words[Fold(w)] |= 1 << at
		}
	}
	return codes, words
}

func place(list []string, want string) int {
	for i, s := range list {
		if s == want {
			return i
		}
	}
	return -1
}

// tonguesOf is the set of the languages that a list of codes names.
func tonguesOf(list string) (set tongues) {
	for code := range strings.FieldsSeq(list) {
		set |= 1 << place(languages, code)
	}
	return set
}

// letterTongues are the letters that only some languages have.
var letterTongues = func() map[rune]tongues {
	m := map[rune]tongues{}
	for _, l := range []struct{ letters, codes string }{
		{"ñ¿¡", "es"},
		{"áíú", "es pt ca cs hu"},
		{"ó", "es pt pl ca cs hu"},
		{"é", "es fr pt it ca cs hu"},
		{"ß", "de"},
		{"ä", "de sv fi"},
		{"ö", "de sv fi tr hu"},
		{"ü", "de tr hu es"},
		{"œ", "fr"},
		{"ç", "fr pt ca tr"},
		{"èàù", "fr it ca"},
		{"òì", "it ca"},
		{"êâô", "fr pt"},
		{"î", "fr ro"},
		{"ûë", "fr"},
		{"ï", "fr ca"},
		{"ãõ", "pt"},
		{"ąćęłńśźż", "pl"},
		{"ğış", "tr"},
		{"å", "sv da fi"},
		{"øæ", "da"},
		{"řěůčšž", "cs"},
		{"țăș", "ro"},
		{"őű", "hu"},
		{"ыё", "ru be"},
		{"э", "ru be"},
		{"ъ", "ru bg"},
		{"ї", "uk"},
		{"є", "uk"},
		{"ґ", "uk"},
		{"і", "uk be"},
		{"ў", "be"},
		{"ђјљњћџ", "sr"},
		{"ѝ", "bg"},
		{"әғқңөұүһҳҷѕќѓ", "other"},
		{"ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưāēīōūģķļņėįų", "other"},
	} {
		for _, r := range l.letters {
			m[r] = tonguesOf(l.codes)
		}
	}
	return m
}()

// endingTongues are the endings that mark a language in longer words.
var endingTongues = func() map[string]tongues {
	m := map[string]tongues{}
	for codes, endings := range map[string]string{
		"es": "cion ciones aron ieron ando iendo", "fr": "aient ement eux euse oire elle ique", "en": "ing ght ted ned", "de": "ung ungen schen lich keit heit icht",
		"it": "zione zioni ato ata", "pt": "cao coes aram eram", "pl": "osc anie ego ych", "nl": "ijk heid ijn",
		"ru": "ость ение ение ции ция ский ского лись лся лась", "uk": "ість ення ції ція ський ського лися вся лась ють", "bg": "ият ите ата ето",
	} {
		for e := range strings.FieldsSeq(endings) {
			m[e] |= tonguesOf(codes)
		}
	}
	return m
}()

// What a sign of a language weighs. It is parted among the languages that have
// the sign.
const (
	wordWeight   = 2.0
	letterWeight = 1.0
	endingWeight = 0.6
	// sureWeight is what a language must come to, and sureLead how many times as
	// much as any other one, for it to be sure.
	sureWeight = 2.0
	sureLead   = 1.4
)

// maxLanguageWords is how many words are looked at.
const maxLanguageWords = 60

// Language tells which of en, es, fr, de, ru and uk a question or a sentence is
// in, by its letters and its small words. The code is empty where nothing tells,
// and where it looks like a language outside of these. sure says that no other
// language comes near. Names do not decide: words that are capital but for their
// place are passed over.
func Language(s string) (code string, sure bool) {
	words := Words(Truncate(s, 40*maxLanguageWords))
	words = words[:min(len(words), maxLanguageWords)]
	script := scriptOf(words)
	if script == otherScript {
		return "", false
	}
	var w weights
	for i := range words {
		if nameLike(words, i) || scriptOfWord(words[i].Norm) != script {
			continue
		}
		w.word(words[i])
	}
	if strings.ContainsAny(s, "¿¡") {
		w.add(tonguesOf("es"), wordWeight)
	}
	return w.clearest()
}

// nameLike reports whether word i is capital, and not by its place only. A text
// in capitals has no names.
func nameLike(words []Word, i int) bool {
	if i == 0 || !words[i].IsCapital() {
		return false
	}
	return smallWords[words[i].Norm] == 0 || strings.IndexFunc(words[i].Text, unicode.IsLower) < 0
}

// script is the alphabet of a word or a text.
type script int

// The scripts that are told apart.
const (
	otherScript script = iota
	latin
	cyrillic
)

func scriptOfWord(norm string) script {
	for _, r := range norm {
		switch {
		case unicode.Is(unicode.Latin, r):
			return latin
		case unicode.Is(unicode.Cyrillic, r):
			return cyrillic
		case unicode.IsLetter(r):
			return otherScript
		}
	}
	return otherScript
}

// scriptOf is the script of most words, where those that look like names count
// only if there are no others.
func scriptOf(words []Word) script {
	var all, plain [cyrillic + 1]int
	for i := range words {
		if words[i].IsNumeric() {
			continue
		}
		of := scriptOfWord(words[i].Norm)
		all[of]++
		if !nameLike(words, i) {
			plain[of]++
		}
	}
	if plain == [cyrillic + 1]int{} {
		plain = all
	}
	switch {
	case plain[latin] > plain[cyrillic] && plain[latin] > plain[otherScript]:
		return latin
	case plain[cyrillic] >= plain[latin] && plain[cyrillic] > plain[otherScript]:
		return cyrillic
	}
	return otherScript
}

// weights are how much speaks for each of languages.
type weights [32]float64

// add parts a weight among a set of languages.
func (w *weights) add(set tongues, weight float64) {
	share := weight / float64(max(1, bits.OnesCount32(uint32(set))))
	for set != 0 {
		at := bits.TrailingZeros32(uint32(set))
		w[at] += share
		set &^= 1 << at
	}
}

// word adds what the signs of a word weigh: that it is a small word, how it ends,
// and its letters, each once.
func (w *weights) word(word Word) {
	norm := word.Norm
	if at := strings.IndexByte(norm, '\''); at > 0 && smallWords[norm] == 0 && norm[0] < 0x80 {
		w.add(smallWords[norm[:at]], wordWeight)
		norm = norm[at+1:]
	}
	if set := smallWords[norm]; set != 0 {
		w.add(set, wordWeight)
	} else if set = endingOf(norm); set != 0 {
		w.add(set, endingWeight)
	}
	seen := tongues(0)
	for _, r := range strings.ToLower(word.Text) {
		if set := letterTongues[r]; set&^seen != 0 {
			w.add(set, letterWeight)
			seen |= set
		}
	}
}

// Endings count in words that are longer than the longest of them, in bytes.
const (
	shortestEnding = 3
	longestEnding  = 10
)

// endingOf is the set of the languages of a word's longest known ending.
func endingOf(norm string) tongues {
	for n := min(longestEnding, len(norm)-2); n >= shortestEnding; n-- {
		if set := endingTongues[norm[len(norm)-n:]]; set != 0 {
			return set
		}
	}
	return 0
}

// clearest is the heaviest language, and whether it is so by far.
func (w *weights) clearest() (code string, sure bool) {
	best, second := 0, 0.0
	for i := range w {
		switch {
		case w[i] > w[best]:
			best, second = i, w[best]
		case i != best:
			second = max(second, w[i])
		}
	}
	if w[best] == 0 || best >= len(answerable) {
		return "", false
	}
	return languages[best], w[best] >= sureWeight && w[best] >= sureLead*second
}

// IsSmallWord reports whether a folded word is one of the most frequent small
// words of a language, given by its code.
func IsSmallWord(norm, code string) bool {
	at := place(languages, code)
	return at >= 0 && smallWords[norm]&(1<<at) != 0
}
