package translated

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// The vocabulary is what sentences of different languages are compared by: each
// line of its files is one meaning, with its words in every language in the
// order of vocabularyLanguages. A word may end in "*" for any ending or begin
// with it for any beginning, "_" joins the words of a phrase, ".." in a phrase
// stands for words between, "~" wants a small letter and "^" a capital.
//
//go:embed vocabulary/*.txt
var vocabularyFiles embed.FS

var vocabularyLanguages = [...]string{"en", "es", "fr", "de", "ru", "uk"}

// senseKind is which file of the vocabulary a meaning is from.
type senseKind uint8

const (
	placeSense senseKind = iota
	conceptSense
	cueSense
	hedgeSense
	officeSense
	// numberSense and figureSense have no words in English: numbers are read in
	// English.
	numberSense
	figureSense
)

var senseFiles = [...]string{placeSense: "places", conceptSense: "concepts", cueSense: "cues", hedgeSense: "hedges", officeSense: "offices", numberSense: "numbers", figureSense: "figures"}

// sense is a meaning of a word, or of a phrase that begins with it.
type sense struct {
	kind senseKind
	key  string
	// rest are the further words of a phrase.
	rest         []phraseWord
	small, large bool
	// first is the first word; stem says that any ending may follow it.
	first string
	stem  bool
}

// phraseWord is a word of a phrase but the first.
type phraseWord struct {
	norm string
	// stem says that any ending may follow, apart that words may stand before.
	stem, apart bool
}

// vocabulary is what the words of one language mean.
type vocabulary struct {
	exact, stems, tails map[string][]*sense
	// longest is the length of the longest stem or tail, in bytes.
	longest int
}

// vocabularyOf returns the vocabulary of a language, or nil.
func vocabularyOf(lang string) *vocabulary { return vocabularies()[lang] }

// vocabularies are read once, when the first translated sentence is verified.
var vocabularies = sync.OnceValue(func() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	for _, lang := range vocabularyLanguages {
		all[lang] = &vocabulary{exact: map[string][]*sense{}, stems: map[string][]*sense{}, tails: map[string][]*sense{}}
	}
	for kind, name := range senseFiles {
		data, err := vocabularyFiles.ReadFile("vocabulary/" + name + ".txt")
		if err != nil {
			panic(fmt.Sprintf("the vocabulary is incomplete: %v", err)) // a mistake of the build
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			if line != "" && line[0] != '#' {
				addLine(all, senseKind(kind), line)
			}
		}
	}
	return all
})

// addLine adds the words of a line, whose first column is the key.
func addLine(all map[string]*vocabulary, kind senseKind, line string) {
	columns := strings.Split(line, "|")
	languages := vocabularyLanguages[:]
	if kind >= numberSense {
		languages = languages[1:]
	}
	key := strings.TrimSpace(columns[0])
	for i, column := range columns[1:] {
		if i == len(languages) {
			break
		}
		for word := range strings.FieldsSeq(column) {
			if word != "-" {
				all[languages[i]].add(word, sense{kind: kind, key: key})
			}
		}
	}
}

func (v *vocabulary) add(word string, s sense) {
	switch word[0] {
	case '~':
		s.small, word = true, word[1:]
	case '^':
		s.large, word = true, word[1:]
	}
	first, rest, _ := strings.Cut(word, "_")
	s.rest = phraseOf(rest)
	to := v.exact
	if tail, ok := strings.CutPrefix(first, "*"); ok {
		to, first = v.tails, tail
	} else if stem, ok := strings.CutSuffix(first, "*"); ok {
		to, first, s.stem = v.stems, stem, true
	}
	first = plainNorm(first)
	s.first = first
	to[first] = append(to[first], &s)
	v.longest = max(v.longest, len(first))
}

func phraseOf(words string) []phraseWord {
	var list []phraseWord
	apart := false
	for w := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == '_' }) {
		if w == ".." {
			apart = true
			continue
		}
		norm, stem := strings.CutSuffix(w, "*")
		list = append(list, phraseWord{norm: plainNorm(norm), stem: stem, apart: apart})
		apart = false
	}
	return list
}

// beginsSentences reports whether a word is among those that sentences begin with
// and that are no names.
func beginsSentences(norm, lang string) bool {
	list := openingWords()[lang]
	if list[norm] {
		return true
	}
	for n := min(len(norm), maxOpening); n > 0; n-- {
		if list[norm[:n]+"*"] && utf8.RuneCountInString(norm[n:]) <= maxEnding {
			return true
		}
	}
	return false
}

// maxOpening is the length of the longest stem of openingWords, in bytes.
const maxOpening = 32

var openingWords = sync.OnceValue(func() map[string]map[string]bool {
	data, err := vocabularyFiles.ReadFile("vocabulary/common.txt")
	if err != nil {
		panic(fmt.Sprintf("the vocabulary is incomplete: %v", err)) // a mistake of the build
	}
	all := map[string]map[string]bool{}
	for line := range strings.SplitSeq(string(data), "\n") {
		lang, list, ok := strings.Cut(line, " ")
		if !ok || lang == "#" {
			continue
		}
		all[lang] = map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			all[lang][plainNorm(w)] = true
		}
	}
	return all
})

// plainNorm folds a word and writes letters that are written in two ways in one.
func plainNorm(s string) string { return variants.Replace(text.Fold(s)) }

var variants = strings.NewReplacer("ё", "е", "ß", "ss", "œ", "oe", "æ", "ae")

// maxApart is how many words may stand between the parts of a phrase.
const maxApart = 12

// sensesAt returns the meanings of the longest phrase that begins at word i, and
// how many words it has.
func (v *vocabulary) sensesAt(words []wordRead, i int) (senses []*sense, length int) {
	take := func(list []*sense) {
		for _, s := range list {
			switch n := s.matches(words, i); {
			case n > length:
				senses, length = append(senses[:0:0], s), n
			case n == length && n > 0:
				senses = append(senses, s)
			}
		}
	}
	norm := words[i].Norm
	take(v.exact[norm])
	for n := min(len(norm), v.longest); n > 1; n-- {
		if before := length; utf8.RuneStart(at(norm, n)) {
			take(v.stems[norm[:n]])
			if length > 0 && before == 0 {
				break
			}
		}
	}
	for n := min(len(norm)-1, v.longest); n > 3 && length == 0; n-- {
		if from := len(norm) - n; utf8.RuneStart(norm[from]) {
			take(v.tails[norm[from:]])
		}
	}
	return senses, length
}

// at is the byte at n, or a byte that begins a letter past the end.
func at(s string, n int) byte {
	if n >= len(s) {
		return 0
	}
	return s[n]
}

// matches returns how many words from word i on the phrase covers, and 0 if it
// does not stand there. Words apart are not covered.
func (s *sense) matches(words []wordRead, i int) int {
	r, _ := utf8.DecodeRuneInString(words[i].Text)
	if s.small && unicode.IsUpper(r) || s.large && !unicode.IsUpper(r) {
		return 0
	}
	at, covered := i, 1
	for _, p := range s.rest {
		if p.apart {
			if at = p.after(words, at); at < 0 {
				return 0
			}
			continue
		}
		if at++; at >= len(words) || words[at].parted || !p.fits(words[at].Norm) {
			return 0
		}
		covered++
	}
	return covered
}

func (p phraseWord) fits(norm string) bool {
	return norm == p.norm || p.stem && strings.HasPrefix(norm, p.norm)
}

// after is the place of the word behind word i, or -1.
func (p phraseWord) after(words []wordRead, i int) int {
	for k := i + 1; k < len(words) && k <= i+maxApart; k++ {
		if p.fits(words[k].Norm) && !words[k].IsCapital() {
			return k
		}
	}
	return -1
}
