package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text with the place where it stands.
type Word struct {
	Span
	// Text is the word as written, without a possessive ending.
	Text string
	// Norm is the folded word.
	Norm string
}

// IsCapital reports whether the word starts with an upper-case letter.
func (w Word) IsCapital() bool {
	r, _ := utf8.DecodeRuneInString(w.Text)
	return unicode.IsUpper(r)
}

// IsNumeric reports whether the word starts with a digit.
func (w Word) IsNumeric() bool {
	r, _ := utf8.DecodeRuneInString(w.Text)
	return unicode.IsDigit(r)
}

// IsPossessive reports whether the word ends in the 's or ' of an owner.
func (w Word) IsPossessive() bool { return w.Len() > len(w.Text) }

// Words splits a text into words. A word is a run of letters, digits and the
// marks on them; an apostrophe inside a word, a point between digits, a comma
// between groups of digits and the points of an acronym ("U.S.") belong to it.
// Hyphens split, as they do in the search index. In scripts without spaces every
// character is a word.
func Words(s string) []Word {
	words := make([]Word, 0, len(s)/6+1)
	for i := 0; i < len(s); {
		start, end := nextWord(s, i)
		if start < end {
			words = append(words, newWord(s, start, end))
		}
		i = end
	}
	return words
}

// CountWords returns the number of words in s.
func CountWords(s string) int {
	n := 0
	for i := 0; i < len(s); {
		start, end := nextWord(s, i)
		if start < end {
			n++
		}
		i = end
	}
	return n
}

// HasUnspaced reports whether the text has characters of a script that is
// written without spaces between words.
func HasUnspaced(s string) bool { return strings.IndexFunc(s, isUnspaced) >= 0 }

// nextWord returns where the first word at or after i starts and ends; both are
// the end of s if there is none.
func nextWord(s string, i int) (start, end int) {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) {
			return i, wordEnd(s, i+n, r)
		}
		i += n
	}
	return i, i
}

func newWord(s string, start, end int) Word {
	t := trimPossessive(s[start:end])
	w := Word{Span: Span{start, end}, Text: t, Norm: Fold(t)}
	switch {
	case t == "US" || w.Norm == "u.s." || w.Norm == "u.s":
		w.Norm = "usa" // not the pronoun
	case !w.IsNumeric():
		w.Norm = strings.ReplaceAll(w.Norm, ".", "")
	}
	return w
}

// trimPossessive cuts a final 's.
func trimPossessive(w string) string {
	last, n := utf8.DecodeLastRuneInString(w)
	if last != 's' && last != 'S' {
		return w
	}
	if mark, m := utf8.DecodeLastRuneInString(w[:len(w)-n]); IsApostrophe(mark) {
		return w[:len(w)-n-m]
	}
	return w
}

// isWordRune reports whether r can begin a word.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !IsApostrophe(r)
}

// wordEnd returns where the word ends whose first character stands before i.
func wordEnd(s string, i int, first rune) int {
	alone := isUnspaced(first)
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		belongs := r >= utf8.RuneSelf && unicode.IsMark(r)
		if !alone {
			belongs = belongs || isWordRune(r) && !isUnspaced(r) || joins(s, i, r, n)
		}
		if !belongs {
			break
		}
		i += n
	}
	return i
}

// joins reports whether the mark r at s[i] belongs to the word around it.
func joins(s string, i int, r rune, n int) bool {
	prev, p := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i+n:])
	switch {
	case r == ',':
		return joinsDigits(s, i)
	case r == '.' && unicode.IsDigit(prev) && unicode.IsDigit(next):
		return true
	case r == '.':
		return isAcronymPoint(s, i, prev, p, next)
	case IsApostrophe(r):
		return (isWordRune(prev) || unicode.IsMark(prev) || prev == '.') && unicode.IsLetter(next)
	}
	return false
}

// joinsDigits reports whether the comma at s[i] parts groups of digits of one
// number, as in "1,200" and "1,20,000", and not two numbers.
func joinsDigits(s string, i int) bool {
	before, after := digitsBefore(s, i), digitsAfter(s, i+1)
	if before == 0 || before > 3 {
		return false
	}
	end := i + 1 + after
	return after == 3 || after == 2 && end < len(s) && s[end] == ',' && digitsAfter(s, end+1) >= 2
}

// maxGroup is how many digits are looked at to measure a group.
const maxGroup = 4

func digitsBefore(s string, i int) int {
	n := 0
	for n < maxGroup && n < i && isASCIIDigit(s[i-n-1]) {
		n++
	}
	return n
}

func digitsAfter(s string, i int) int {
	n := 0
	for n < maxGroup && i+n < len(s) && isASCIIDigit(s[i+n]) {
		n++
	}
	return n
}

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

// isAcronymPoint reports whether the point at s[i] stands in an acronym such as
// "U.S.", "U.S" or "p.m.": single letters with points.
func isAcronymPoint(s string, i int, prev rune, p int, next rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i-p])
	if !unicode.IsLetter(prev) || isWordRune(before) || unicode.IsMark(before) {
		return false
	}
	if !unicode.IsLetter(next) {
		return before == '.'
	}
	after, _ := utf8.DecodeRuneInString(s[i+1+utf8.RuneLen(next):])
	return after == '.' || unicode.IsUpper(prev) && unicode.IsUpper(next) && !isWordRune(after)
}

// isUnspaced reports whether r belongs to a script that is written without
// spaces between words.
func isUnspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
