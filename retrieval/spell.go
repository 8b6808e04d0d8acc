package retrieval

import (
	"slices"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"sherpa/internal/text"
)

// minSpellable is the length in runes of the shortest word that is corrected:
// almost every shorter one is a slip of another.
const minSpellable = 4

// correct returns the word of the corpus that a misspelt word most likely
// stands for: one slip away, or two in a long word. A word that the corpus has
// is never changed.
func (v *vocabulary) correct(norm string) (string, bool) {
	n := utf8.RuneCountInString(norm)
	if n < minSpellable || v.has(norm) || norm[0] <= '9' {
		return "", false
	}
	best, bestCost := "", 1e9
	for length := n - maxSlips(n); length <= n+maxSlips(n); length++ {
		for _, word := range v.byLength[length] {
			cost, ok := slipCost(norm, word, maxSlips(n))
			if !ok {
				continue
			}
			// Of equally near words the more frequent is likelier.
			passages := float64(v.words[word].passages)
			cost -= 0.2 * passages / (passages + 3)
			if cost < bestCost || cost == bestCost && word < best {
				best, bestCost = word, cost
			}
		}
	}
	return best, best != ""
}

// misspeltQuestionWords are slips at the beginning of a question, where a
// question word is likelier than any word of the corpus.
var misspeltQuestionWords = map[string]string{
	"wher": "where", "whre": "where", "wehre": "where",
	"wen": "when", "whn": "when", "wehn": "when",
	"wat": "what", "waht": "what", "wht": "what", "whta": "what", "wut": "what", "wot": "what",
	"hwo": "who", "woh": "who",
	"wich": "which", "whcih": "which",
	"hw": "how", "hwy": "why", "wy": "why", "y": "why",
}

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
// differs, which typists rarely get wrong. A word of four letters is only
// corrected by a swap: most other slips in it give another word. ok is false
// above limit.
func slipCost(typed, word string, limit int) (cost float64, ok bool) {
	if !shareEnds(typed, word) {
		return 0, false
	}
	d := levenshtein.ComputeDistance(typed, word)
	if d == 2 && isSwap(typed, word) {
		d = 1
	}
	if d == 0 || d > limit || utf8.RuneCountInString(typed) == minSpellable && !isSwap(typed, word) {
		return 0, false
	}
	cost = float64(d)
	if typed[0] != word[0] {
		cost += 0.5
	}
	return cost, true
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
