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

// Words splits a text into words. A word is a run of letters, marks and digits;
// an apostrophe inside a word, and a point or comma between digits, belong to
// it, and so do the points of an acronym ("U.S."). Hyphens split, as they do in
// the search index. In scripts without spaces every character is a word.
func Words(s string) []Word {
	words := make([]Word, 0, len(s)/6+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			i += n
			continue
		}
		end := wordEnd(s, i)
		words = append(words, newWord(s, i, end))
		i = end
	}
	return words
}

func newWord(s string, start, end int) Word {
	t := trimPossessive(s[start:end])
	if t == "US" || t == "U.S." || t == "U.S" {
		return Word{Span: Span{start, end}, Text: t, Norm: "usa"} // not the pronoun
	}
	norm := Fold(t)
	if strings.IndexByte(norm, '.') > 0 && !unicode.IsDigit(rune(norm[0])) {
		norm = strings.ReplaceAll(norm, ".", "")
	}
	return Word{Span: Span{start, end}, Text: t, Norm: norm}
}

// trimPossessive cuts a final 's or a bare final apostrophe.
func trimPossessive(w string) string {
	if len(w) < 3 {
		return w
	}
	last, n := utf8.DecodeLastRuneInString(w)
	if IsApostrophe(last) {
		return w[:len(w)-n]
	}
	if last != 's' && last != 'S' {
		return w
	}
	if mark, m := utf8.DecodeLastRuneInString(w[:len(w)-n]); IsApostrophe(mark) {
		return w[:len(w)-n-m]
	}
	return w
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns where the word that starts at i ends.
func wordEnd(s string, i int) int {
	first, n := utf8.DecodeRuneInString(s[i:])
	i += n
	if isUnspaced(first) {
		return i
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) && !isUnspaced(r) {
			i += n
			continue
		}
		if !joins(s, i, r, n) {
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
	case IsApostrophe(r):
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	case r == ',':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	case r == '.':
		if unicode.IsDigit(prev) && unicode.IsDigit(next) {
			return true
		}
		return isAcronymDot(s, i, prev, p, next)
	}
	return false
}

// isAcronymDot reports whether the point at s[i] stands in an acronym such as
// "U.S." or "p.m.": single letters, each followed by a point.
func isAcronymDot(s string, i int, prev rune, p int, next rune) bool {
	if !unicode.IsLetter(prev) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i-p])
	if isWordRune(before) {
		return false
	}
	if unicode.IsLetter(next) {
		after := i + 1 + utf8.RuneLen(next)
		return after < len(s) && s[after] == '.'
	}
	return before == '.'
}

// isUnspaced reports whether r belongs to a script that is written without
// spaces between words.
func isUnspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// HasUnspaced reports whether the text has characters of a script that is
// written without spaces between words.
func HasUnspaced(s string) bool { return strings.IndexFunc(s, isUnspaced) >= 0 }

// CountWords returns the number of words in s.
func CountWords(s string) int {
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		i = wordEnd(s, i)
		n++
	}
	return n
}
