package eval

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// squadNormal is the normalisation of SQuAD's official evaluation (Rajpurkar et
// al. 2016), and without accents: lower case, no punctuation, no articles, single
// spaces.
func squadNormal(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) || unicode.IsSymbol(r) {
			return -1
		}
		return r
	}, text.Fold(s))
	return strings.Join(withoutArticles(strings.Fields(s)), " ")
}

// wordKey writes the words of s, as squadNormal compares them, with a space on
// both sides of each, so that one key contains another exactly if its words
// occur side by side. Hyphens split, which lets "10th-century" hold "10th
// century".
func wordKey(s string) string {
	var words []string
	for _, w := range text.Words(s) {
		if n := bareWord(w); n != "" {
			words = append(words, n)
		}
	}
	words = withoutArticles(words)
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}

// bareWord drops what punctuation a word keeps inside, but for the decimal
// point.
func bareWord(w text.Word) string {
	number := w.IsNumeric()
	return strings.Map(func(r rune) rune {
		if (unicode.IsPunct(r) || unicode.IsSymbol(r)) && (!number || r != '.') {
			return -1
		}
		return r
	}, w.Norm)
}

func withoutArticles(words []string) []string {
	kept := words[:0]
	for _, w := range words {
		if w != "a" && w != "an" && w != "the" {
			kept = append(kept, w)
		}
	}
	return kept
}

// holdsAnswer reports whether one of the gold answers occurs in s.
func holdsAnswer(s string, answers []string) bool {
	if len(answers) == 0 {
		return false
	}
	key := wordKey(s)
	for _, a := range answers {
		if answerKey := wordKey(a); answerKey != "" {
			if strings.Contains(key, answerKey) {
				return true
			}
		} else if strings.Contains(text.Fold(s), text.Fold(a)) {
			return true // an answer of signs or articles alone
		}
	}
	return false
}

// passageKey is the form in which passages are compared with gold texts: what
// cleaning and line breaks change makes no difference.
func passageKey(s string) string { return text.Fold(text.Squeeze(text.Clean(s))) }

// exactMatch is 1 if short equals a gold answer after normalisation, else 0.
func exactMatch(short string, answers []string) float64 {
	got := squadNormal(short)
	if got == "" {
		return 0
	}
	for _, a := range answers {
		if squadNormal(a) == got {
			return 1
		}
	}
	return 0
}

// wordF1 is SQuAD's F1 of the words of short against the best of the gold
// answers.
func wordF1(short string, answers []string) float64 {
	got := strings.Fields(squadNormal(short))
	best := 0.0
	for _, a := range answers {
		best = max(best, overlapF1(got, strings.Fields(squadNormal(a))))
	}
	return best
}

// overlapF1 is the harmonic mean of precision and recall of two bags of words.
func overlapF1(got, want []string) float64 {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	common := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(got)+len(want))
}

// WordF1 is wordF1 for those who learn from question sets.
func WordF1(short string, answers []string) float64 { return wordF1(short, answers) }
