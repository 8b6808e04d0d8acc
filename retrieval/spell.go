package retrieval

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"sherpa/internal/text"
)

// minSpellable is how many runes the words of a corpus have at least to which
// others are corrected: almost every shorter one is a slip of another.
const minSpellable = 4

// minLexical is how many letters a word has at least that is corrected to one of
// the lexicon, which lacks most English words.
const minLexical = 6

// frequentShare is the share of the passages that a word of five letters stands in
// at least for one of four to be taken for it with a letter left out.
const frequentShare = 0.05

// correct returns the word that a misspelt word most likely stands for: one of the
// corpus, one slip away, or two in a long word, or a word of asking. A word that
// the corpus has is never changed.
func (v *vocabulary) correct(norm string) (string, bool) {
	n := utf8.RuneCountInString(norm)
	if n < minSpellable-1 || v.has(norm) || norm[0] <= '9' || plainWords[norm] {
		return "", false
	}
	c := correction{typed: norm, runes: n, cost: 1e9, frequent: max(2, int(frequentShare*float64(v.passages)))}
	for length := max(minSpellable, n-maxSlips(n)); length <= n+maxSlips(n); length++ {
		if n >= minSpellable {
			c.tryAll(v.byLength[length], v.passagesOf)
		}
		if n > minSpellable {
			c.tryAll(v.bases[length], v.passagesOf)
		}
	}
	for length := n - 1; length <= n+1; length++ {
		c.tryAll(asking[length], func(string) int { return everywhere })
		if n >= minLexical {
			c.tryAll(lexicon[length], func(string) int { return 0 })
		}
	}
	return c.best, c.best != ""
}

// plainWords are nouns of speech and pronouns that a corpus of news may lack, and that nobody
// types for another word.
var plainWords = set(`thing things stuff guy guys folks kinda anything something everything nothing anyone someone everyone anybody somebody everybody nobody none`)

// passagesOf is how many passages have a word in some form.
func (v *vocabulary) passagesOf(word string) int { return v.stems[v.stem(word)] }

// everywhere is the number of passages of a word of asking.
const everywhere = 1 << 30

// asking are the words of asking, and lexicon those of the lexicon, by their
// length, in the order of the alphabet.
var (
	asking = byLength(union(askingWords, prepositions, set(`the they them then there their this that these those between because not and happen happens happened
		monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december`)))
	lexicon = byLength(lexiconWords())
)

func lexiconWords() map[string]bool {
	words := map[string]bool{}
	for w := range text.LexiconWords() {
		words[w] = true
	}
	return words
}

func byLength(words map[string]bool) map[int][]string {
	m := map[int][]string{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		m[len(w)] = append(m[len(w)], w)
	}
	return m
}

// correction looks for the word that a misspelt one stands for.
type correction struct {
	typed string
	runes int
	best  string
	cost  float64
	// frequent is the number of passages of a frequent word.
	frequent int
}

// tryAll compares with words of one length. Of equally near words the one that is
// in more passages is likelier, then the first in the alphabet.
func (c *correction) tryAll(words []string, passagesOf func(string) int) {
	for _, word := range words {
		cost, ok := slipCost(c.typed, word, maxSlips(c.runes))
		if !ok {
			continue
		}
		passages := passagesOf(word)
		if c.runes <= minSpellable && !c.isShortSlip(word, passages) {
			continue
		}
		cost -= 0.2 * float64(passages) / (float64(passages) + 3)
		if cost < c.cost || cost == c.cost && word < c.best {
			c.best, c.cost = word, cost
		}
	}
}

// isShortSlip reports whether a word of three or four letters can be a slip of
// another. Most slips in it give another word; so only neighbours are exchanged,
// and in a frequent word a letter was left out, or the key beside its own was hit.
func (c *correction) isShortSlip(word string, passages int) bool {
	if isSwap(c.typed, word) {
		return true
	}
	if c.typed[0] != word[0] || passages < c.frequent {
		return false
	}
	asks := passages == everywhere && (questionWords[word] || auxiliaries[word])
	switch len(word) - len(c.typed) {
	case 1:
		return len(c.typed) == minSpellable || asks
	case 0:
		return passages == everywhere && isNeighbourKey(c.typed, word)
	}
	return false
}

// keyRows are the letters as they lie on a keyboard.
var keyRows = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// isNeighbourKey reports whether typed is word with one key hit beside its own.
func isNeighbourKey(typed, word string) bool {
	if len(typed) != len(word) {
		return false
	}
	i := 0
	for i < len(typed) && typed[i] == word[i] {
		i++
	}
	if i == len(typed) || typed[i+1:] != word[i+1:] {
		return false
	}
	row, at := keyOf(typed[i])
	wantRow, wantAt := keyOf(word[i])
	apart := at - wantAt
	return row >= 0 && wantRow >= 0 && row-wantRow <= 1 && wantRow-row <= 1 && apart >= -1 && apart <= 1
}

// keyOf is the place of a letter on the keyboard; row -1 for what is no letter.
func keyOf(letter byte) (row, at int) {
	for row, letters := range keyRows {
		if at := strings.IndexByte(letters, letter); at >= 0 {
			return row, at
		}
	}
	return -1, 0
}

// basesOf are the words that an inflected word may come from ("invade" and
// "invad" for "invaded"): whoever asks may use those, and misspell them. What is
// none costs nothing: it has the same stem.
func basesOf(word string) []string {
	switch {
	case len(word) < minInflected:
		return nil
	case strings.HasSuffix(word, "ies"), strings.HasSuffix(word, "ied"):
		return []string{word[:len(word)-3] + "y"}
	case strings.HasSuffix(word, "ed"):
		return []string{word[:len(word)-1], word[:len(word)-2]}
	case strings.HasSuffix(word, "ing"):
		return []string{word[:len(word)-3] + "e", word[:len(word)-3]}
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return []string{word[:len(word)-1]}
	}
	return nil
}

// minInflected is how long an inflected word is at least of which a base is made.
const minInflected = 6

// slipOfStop returns the common word that a short word is with two neighbouring
// letters exchanged ("teh").
func slipOfStop(norm string) (string, bool) {
	if len(norm) < 3 || len(norm) > minSpellable || text.IsStop(norm) {
		return "", false
	}
	for i := range len(norm) - 1 {
		if swapped := norm[:i] + norm[i+1:i+2] + norm[i:i+1] + norm[i+2:]; swapped != norm && text.IsStop(swapped) {
			return swapped, true
		}
	}
	return "", false
}

// maxSlips is how many slips a word of n letters may have.
func maxSlips(n int) int {
	if n >= 8 {
		return 2
	}
	return 1
}

// slipCost is the number of slips between what was typed and a word, with a
// swap of neighbours as one, and half a slip more where the first letter
// differs, which typists rarely get wrong. ok is false above limit.
func slipCost(typed, word string, limit int) (cost float64, ok bool) {
	if !shareEnds(typed, word) {
		return 0, false
	}
	d := levenshtein.ComputeDistance(typed, word)
	if d == 2 && (isSwap(typed, word) || isDoubledElsewhere(typed, word)) {
		d = 1
	}
	if d == 0 || d > limit {
		return 0, false
	}
	cost = float64(d)
	if typed[0] != word[0] {
		cost += 0.5
	}
	return cost, typed[0] == word[0] || d > 1 || isFirstSlip(typed, word)
}

// isFirstSlip reports whether the first letter of a word was left out, exchanged
// with the second, or missed for the key beside it. Any other first letter makes
// another word ("tower", "power").
func isFirstSlip(typed, word string) bool {
	return len(typed) < len(word) || isSwap(typed, word) || isNeighbourKey(typed, word)
}

// shareEnds is a cheap first test: a misspelt word keeps its first or its last
// two letters.
func shareEnds(a, b string) bool {
	return a[0] == b[0] || len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] && a[len(a)-2] == b[len(b)-2]
}

// isSwap reports whether typed is word with two neighbouring letters exchanged.
func isSwap(typed, word string) bool {
	if len(typed) != len(word) {
		return false
	}
	a, b := []rune(typed), []rune(word)
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i+1 < min(len(a), len(b)) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}

// isDoubledElsewhere reports whether two words differ in nothing but which of their
// letters are doubled: people remember that one is, and not which.
func isDoubledElsewhere(typed, word string) bool {
	i, j := 0, 0
	for i < len(typed) && j < len(word) {
		if typed[i] != word[j] {
			return false
		}
		i, j = behindRun(typed, i), behindRun(word, j)
	}
	return i == len(typed) && j == len(word)
}

// behindRun is the place behind the letter at i and those like it.
func behindRun(s string, i int) int {
	for next := i + 1; ; next++ {
		if next == len(s) || s[next] != s[i] {
			return next
		}
	}
}

// minJoined is how many letters a word has at least in which a space may be missing,
// and minPart how many each of its parts.
const (
	minJoined = 6
	minPart   = 2
)

// spaced writes the space that is missing between a name of the corpus and another
// word: "putinsay".
func (v *vocabulary) spaced(question string) string {
	words := text.Words(question)
	looked := 0
	for i := min(len(words), maxWords) - 1; i >= 0 && looked < maxUnknown; i-- {
		w := words[i]
		if len(w.Norm) < minJoined || len(w.Norm) > maxTermSize || len(w.Norm) != len(w.Text) || v.has(w.Norm) || isEnglish(w.Norm) {
			continue
		}
		looked++
		if at := v.joint(w.Norm); at > 0 {
			at += w.Start
			question = question[:at] + " " + question[at:]
		}
	}
	return question
}

// joint is where a name ends or begins in a word that is two; 0 if it is one.
func (v *vocabulary) joint(norm string) int {
	for at := len(norm) - minPart; at >= minPart; at-- {
		first, second := norm[:at], norm[at:]
		nameFirst, nameSecond := v.isLongName(first), v.isLongName(second)
		if nameFirst && (nameSecond || v.isWord(second)) || nameSecond && v.isWord(first) {
			return at
		}
	}
	return 0
}

// isLongName reports whether the corpus has the word as a name that is too long to
// be part of a word by chance.
func (v *vocabulary) isLongName(norm string) bool {
	return len(norm) > minSpellable && v.words[norm].name
}

// isWord reports whether a word is one of the corpus or of asking.
func (v *vocabulary) isWord(norm string) bool {
	_, known := v.words[norm]
	return askingWords[norm] || prepositions[norm] || known && len(norm) > minPart
}
