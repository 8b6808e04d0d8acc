package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuotedSentence is how long, in bytes, a sentence may grow by keeping a
// quotation of several sentences together. Past it the quotation is cut.
const maxQuotedSentence = 350

// Sentences splits a text into sentences, without the white space around them.
// A sentence ends at a line feed and at a mark with Unicode's property
// Sentence_Terminal, unless the point belongs to an abbreviation, an initial, a
// number or a list, what follows cannot begin a sentence, or a quotation would
// be cut in two. The time it takes grows with the length of the text only.
func Sentences(s string) []Span {
	var spans []Span
	sp := splitter{s: s}
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		end := at + n
		switch {
		case r == '\n':
			spans = sp.cut(spans, end)
		case isTerminal(s, at, r):
			end = afterMarks(s, end)
			if sp.endsAt(at, end) {
				spans = sp.cut(spans, end)
			}
		}
		at = end
	}
	return sp.cut(spans, len(s))
}

// splitter walks over a text and knows where the present sentence started and
// whether a quotation is open in it.
type splitter struct {
	s      string
	start  int
	quotes quotes
}

// cut ends the present sentence before end and begins the next one there.
func (sp *splitter) cut(spans []Span, end int) []Span {
	span := trimSpace(sp.s, Span{sp.start, end})
	sp.start = end
	sp.quotes = quotes{read: end}
	if span.Len() == 0 {
		return spans
	}
	return append(spans, span)
}

// endsAt reports whether a sentence may end with the mark at s[mark] and the
// marks after it, which reach to end.
func (sp *splitter) endsAt(mark, end int) bool {
	next := strings.TrimLeftFunc(sp.s[end:], unicode.IsSpace)
	done := sp.s[sp.start:end]
	switch {
	case next == "":
		return true
	case len(next) == len(sp.s)-end && !endsUnspaced(sp.s, mark, end):
		return false
	case isListNumber(done), !startsSentence(next):
		return false
	case sp.quotes.openAt(sp.s, end) && closesSoon(sp.s[end:], maxQuotedSentence-len(done)):
		return false
	}
	return !strings.HasSuffix(done, ".") || !endsInAbbreviation(done, next)
}

// isTerminal reports whether the mark r at s[at] can end a sentence. An ellipsis
// does only directly after a word: elsewhere it stands for what was left out.
func isTerminal(s string, at int, r rune) bool {
	if r == '…' {
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		return isWordRune(before)
	}
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return unicode.Is(unicode.Sentence_Terminal, r)
}

// afterMarks returns where the closing marks and further terminals at i end.
func afterMarks(s string, i int) int {
	rest := strings.TrimLeftFunc(s[i:], func(r rune) bool {
		return strings.ContainsRune(`.!?…"'`, r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Sentence_Terminal)
	})
	return len(s) - len(rest)
}

// endsUnspaced reports whether the mark ends a sentence although the next one
// follows without a space, as in Chinese, or where a page was saved carelessly
// ("ended.The"). Names of hosts and files look alike but for their capitals.
func endsUnspaced(s string, mark, end int) bool {
	if s[mark] >= utf8.RuneSelf {
		return true
	}
	before, n := utf8.DecodeLastRuneInString(s[:mark])
	earlier, _ := utf8.DecodeLastRuneInString(s[:mark-n])
	next := strings.TrimLeft(s[end:min(len(s), end+maxLeadIn)], "“‘([")
	first, n := utf8.DecodeRuneInString(next)
	second, _ := utf8.DecodeRuneInString(next[n:])
	return unicode.IsLower(before) && unicode.IsLower(earlier) && unicode.IsUpper(first) && !unicode.IsUpper(second) && second != '.'
}

// maxListNumber is how long, in bytes, the number of a list's item is at most.
const maxListNumber = 16

// isListNumber reports whether all that stands before the end is the number of
// a list's item ("1.").
func isListNumber(done string) bool {
	return len(done) <= maxListNumber && strings.IndexFunc(done, unicode.IsLetter) < 0
}

// maxLeadIn is how many bytes before the first letter are passed over to see
// whether a sentence begins.
const maxLeadIn = 16

// startsSentence reports whether a sentence can begin like this: with a letter
// that is not a small one or with a digit, after opening marks at most.
func startsSentence(next string) bool {
	for i, r := range next {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return !unicode.IsLower(r)
		case i == 0 && strings.ContainsRune(",;:)]}”", r):
			return false
		case unicode.Is(unicode.Sentence_Terminal, r), r == '\n', i > maxLeadIn:
			return true
		}
	}
	return true
}

// quotes follows the quotations of a sentence from left to right, reading every
// byte once.
type quotes struct {
	read int // how far it has read
	open int // how many quotations are open
}

// openAt reports whether the text ends inside a quotation at end.
func (q *quotes) openAt(s string, end int) bool {
	for q.read < end {
		i := strings.IndexAny(s[q.read:end], `“”"`)
		if i < 0 {
			break
		}
		at := q.read + i
		mark, n := utf8.DecodeRuneInString(s[at:])
		if mark == '“' || mark == '"' && opensQuotation(s, at) {
			q.open++
		} else {
			q.open = max(q.open-1, 0)
		}
		q.read = at + n
	}
	q.read = end
	return q.open > 0
}

// opensQuotation tells an opening straight quotation mark from a closing one.
func opensQuotation(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+1:])
	return (at == 0 || isWordBreak(before)) && !unicode.IsSpace(after)
}

// closesSoon reports whether a quotation closes on this line within n bytes.
func closesSoon(rest string, n int) bool {
	if n <= 0 {
		return false
	}
	if n < len(rest) {
		rest = rest[:n]
	}
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return strings.Contains(rest, "”") || strings.Contains(rest, `"`)
}

// trimSpace takes the white space off both ends of a span.
func trimSpace(s string, sp Span) Span {
	body := sp.Of(s)
	sp.Start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	sp.End = sp.Start + len(strings.TrimSpace(body))
	return sp
}
