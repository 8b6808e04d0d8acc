package prompt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// The bounds of what is taken for a citation, in bytes.
const (
	// maxMarker is how much may stand between the brackets of one.
	maxMarker = 300
	// maxForeign is how long an identifier may be that was never given.
	maxForeign = 16
)

// maxOtherWords is how many words may stand beside tokens between brackets, as in
// "(BBC, k7f2)".
const maxOtherWords = 4

// brackets are the pairs in which models write citations.
var brackets = map[rune]rune{'[': ']', '(': ')', '【': '】', '{': '}', '<': '>', '［': '］', '（': '）', '〔': '〕', '〖': '〗'}

// citations are what one or more markers cite.
type citations struct {
	refs    []Ref
	foreign int
}

// add takes over what other citations say, each reference once.
func (c *citations) add(other citations) {
	for _, r := range other.refs {
		if len(c.refs) < maxCitations && !slices.Contains(c.refs, r) {
			c.refs = append(c.refs, r)
		}
	}
	c.foreign += other.foreign
}

// marker is a place of a text that cites.
type marker struct {
	text.Span
	citations
}

// markers finds the citations of a text, in their order and apart.
func (k *key) markers(s string) []marker {
	var found []marker
	at := 0
	if m, ok := k.echoed(s); ok {
		found, at = append(found, m), m.End
	}
	for at < len(s) {
		m, ok := k.markerAt(s, at)
		if !ok {
			_, n := utf8.DecodeRuneInString(s[at:])
			at += n
			continue
		}
		found, at = append(found, m), m.End
	}
	return k.bareAtEnd(s, found)
}

// markerAt reads a marker in brackets that begins at s[at].
func (k *key) markerAt(s string, at int) (marker, bool) {
	open, n := utf8.DecodeRuneInString(s[at:])
	closing, ok := brackets[open]
	if !ok {
		return marker{}, false
	}
	inside := s[at+n : min(len(s), at+n+maxMarker)]
	end := strings.IndexAny(inside, string([]rune{open, closing, '\n'}))
	if end < 0 || !strings.HasPrefix(inside[end:], string(closing)) {
		return marker{}, false
	}
	cites, ok := k.citedBy(inside[:end], open == '[' || open == '【' || open == '［')
	return marker{text.Span{Start: at, End: at + n + end + utf8.RuneLen(closing)}, cites}, ok
}

// citedBy reads what stands between brackets. It is a citation if it holds a
// token with hardly a word beside it, or, where brackets are for citations only,
// nothing but identifiers that were never given.
func (k *key) citedBy(inside string, only bool) (citations, bool) {
	var c citations
	others := 0
	for _, word := range identifiers(inside) {
		switch {
		case k.resolve(word, &c), besideCitations[word]:
		case isForeign(word):
			c.foreign++
		default:
			others++
		}
	}
	if len(c.refs) > 0 {
		return c, others <= maxOtherWords
	}
	return c, only && others == 0 && c.foreign > 0
}

// resolve adds what a token stands for. The example counts as never given.
func (k *key) resolve(word string, c *citations) bool {
	if ref, ok := k.sentences[word]; ok {
		c.add(citations{refs: []Ref{ref}})
		return true
	}
	return false
}

// listed reads the citations that a model lists beside a statement, in JSON.
func (k *key) listed(list string) (c citations) {
	for _, word := range identifiers(list) {
		if !k.resolve(word, &c) && !besideCitations[word] && word != "null" {
			c.foreign++
		}
	}
	return c
}

// identifiers are the words of a marker, in lower case.
func identifiers(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// besideCitations are words that stand between brackets beside a token.
var besideCitations = text.WordSet(`see cf source sources citation citations cite cites cited ref refs reference references token tokens
	and und et y и та і й quelle quellen fuente fuentes источник источники джерело джерела`)

// isForeign reports whether a word is an identifier: a short number, or letters
// with digits. A year is none.
func isForeign(word string) bool {
	digits := strings.IndexFunc(word, unicode.IsDigit) >= 0
	letters := strings.IndexFunc(word, unicode.IsLetter) >= 0
	return digits && len(word) <= maxForeign && (letters || len(word) <= 3)
}

// echoed reads the beginning of a line of the material, which models copy: a
// token and the sign after it.
func (k *key) echoed(s string) (marker, bool) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return marker{}, false
	}
	var c citations
	rest := strings.TrimLeft(s[end:], " ")
	if !strings.HasPrefix(rest, "│") && !strings.HasPrefix(rest, "|") && !strings.HasPrefix(rest, ":") || !k.resolve(strings.ToLower(s[:end]), &c) {
		return marker{}, false
	}
	_, n := utf8.DecodeRuneInString(rest)
	return marker{text.Span{Start: 0, End: len(s) - len(rest) + n}, c}, true
}

// bareAtEnd adds the tokens that stand at the end of a text without brackets.
func (k *key) bareAtEnd(s string, found []marker) []marker {
	behind := 0
	if n := len(found); n > 0 {
		behind = found[n-1].End
	}
	var bare []marker
	for {
		rest := strings.TrimRight(s[behind:], " .,;")
		start := behind + strings.LastIndexAny(rest, " ,;") + 1
		end := behind + len(rest)
		var c citations
		if !k.resolve(strings.ToLower(s[start:end]), &c) {
			slices.Reverse(bare)
			return append(found, bare...)
		}
		bare = append(bare, marker{text.Span{Start: start, End: end}, c})
		s = s[:start]
	}
}
