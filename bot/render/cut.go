package render

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"sherpa/internal/text"
)

// lookAhead is how many bytes after the window are read to see whether a
// quotation that opens in the window ends.
const lookAhead = 4096

// cutAt returns where a text that does not fit as a whole is cut: the last good
// place at which what stands before it fits, or 0 if nothing does. window is the
// number of code points that can fit at the most.
//
// The best place is between two sentences, then between two words, then between
// two characters as readers see them, always outside quotation marks; only a
// quotation that is too long itself is cut.
func cutAt(s string, window int, fits func(string) bool) int {
	head := text.FirstRunes(s, window+1) // what begins right behind the window counts
	quoted := quotations(s[:min(len(s), len(head)+lookAhead)])
	outside := func(at int) bool { return !within(quoted, at) }
	sentences, words, characters := sentenceStarts(head), wordStarts(head), characterStarts(head)
	for _, places := range [][]int{
		filter(sentences, outside), filter(words, outside), filter(characters, outside), words, characters, runeStarts(head),
	} {
		if at := lastFitting(s, places, fits); at > 0 {
			return at
		}
	}
	return 0
}

// lastFitting is the last of the places, which ascend, at which what stands
// before it fits; 0 if none is.
func lastFitting(s string, places []int, fits func(string) bool) int {
	n, _ := slices.BinarySearchFunc(places, true, func(at int, _ bool) int {
		if fits(s[:at]) {
			return -1
		}
		return 1
	})
	if n == 0 {
		return 0
	}
	return places[n-1]
}

func filter(places []int, keep func(int) bool) []int {
	return slices.DeleteFunc(slices.Clone(places), func(at int) bool { return !keep(at) })
}

// sentenceStarts are the places where a sentence begins, but the first.
func sentenceStarts(s string) []int {
	var starts []int
	for i, sp := range text.Sentences(s) {
		if i > 0 {
			starts = append(starts, sp.Start)
		}
	}
	return starts
}

// wordStarts are the places where a word begins after white space.
func wordStarts(s string) []int {
	var starts []int
	at := 0
	for word := range strings.FieldsSeq(s) {
		at += strings.Index(s[at:], word)
		if at > 0 {
			starts = append(starts, at)
		}
		at += len(word)
	}
	return starts
}

// characterStarts are the places between characters as readers see them: a base
// letter with its accents, or an emoji of several code points, is one.
func characterStarts(s string) []int {
	var starts []int
	for g := graphemes.FromString(s); g.Next(); {
		if g.Start() > 0 {
			starts = append(starts, g.Start())
		}
	}
	return starts
}

func runeStarts(s string) []int {
	var starts []int
	for i := range s {
		if i > 0 {
			starts = append(starts, i)
		}
	}
	return starts
}

// closers are, for each mark that can open a quotation, the marks that end it.
var closers = map[rune]string{
	'“': "”", '„': "“”", '«': "»", '»': "«", '‹': "›", '‘': "’", '‚': "‘’", '「': "」", '『': "』", '"': `"`,
}

// quotations are the places of the quotations in a text, from their first mark to
// behind their last one; quotations inside others are not listed. A mark without
// its counterpart on the same line opens nothing.
func quotations(s string) []text.Span {
	var found []text.Span
	var open []int // where the quotations begin that have not ended yet
	for at, r := range s {
		switch {
		case r == '\n':
			open = open[:0]
		case apostrophe(s, at, r):
		case endsOne(s, open, r):
			start := open[len(open)-1]
			open = open[:len(open)-1]
			found = join(found, text.Span{Start: start, End: at + utf8.RuneLen(r)})
		case closers[r] != "":
			open = append(open, at)
		}
	}
	return found
}

// endsOne reports whether a mark ends the quotation that was opened last.
func endsOne(s string, open []int, mark rune) bool {
	if len(open) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s[open[len(open)-1]:])
	return strings.ContainsRune(closers[first], mark)
}

// apostrophe reports whether a mark stands between two letters.
func apostrophe(s string, at int, mark rune) bool {
	if mark != '’' && mark != '‘' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+utf8.RuneLen(mark):])
	return isWordRune(before) && isWordRune(after)
}

// join adds a quotation and drops those that lie in it.
func join(found []text.Span, q text.Span) []text.Span {
	for len(found) > 0 && q.Contains(found[len(found)-1]) {
		found = found[:len(found)-1]
	}
	return append(found, q)
}

// within reports whether a place lies in one of the quotations.
func within(quoted []text.Span, at int) bool {
	return slices.ContainsFunc(quoted, func(q text.Span) bool { return q.Start < at && at < q.End })
}
