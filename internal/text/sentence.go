package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// maxQuotedSentence is how long, in bytes, a sentence may grow by keeping a
// quotation of several sentences together. Past it the quotation is cut.
const maxQuotedSentence = 350

// Sentences splits a text into sentences, without the white space around them.
// It follows Unicode's rules (UAX #29) and corrects them where news text breaks
// them: abbreviations and initials do not end a sentence, a line feed does, and
// a quotation is not cut in two.
func Sentences(s string) []Span {
	var spans []Span
	start := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		spans = append(spans, lineSentences(s, start, start+len(line))...)
		start += len(line)
	}
	return spans
}

// lineSentences returns the sentences of s[start:end], which is one line.
func lineSentences(s string, start, end int) []Span {
	var spans []Span
	at, open := start, false
	tokens := sentences.FromString(s[start:end])
	for tokens.Next() {
		piece := Span{at, at + len(tokens.Value())}
		at = piece.End
		if open {
			spans[len(spans)-1].End = piece.End
		} else {
			spans = append(spans, piece)
		}
		cur := spans[len(spans)-1]
		open = !endsSentence(cur.Of(s), s[at:end])
	}
	return trimSpans(s, spans)
}

// endsSentence reports whether a sentence may end between done and rest.
func endsSentence(done, rest string) bool {
	done = strings.TrimRightFunc(done, unicode.IsSpace)
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if next == "" {
		return true
	}
	if quoteOpen(done) && quotedLength(done, rest) <= maxQuotedSentence {
		return false
	}
	if strings.HasSuffix(done, ".") && endsInAbbreviation(done, next) {
		return false
	}
	return startsSentence(next)
}

// startsSentence reports whether a sentence can begin like this: not with a
// small letter and not with a closing mark.
func startsSentence(next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]}”’", r)
}

// quoteOpen reports whether the text ends inside a curly quotation.
func quoteOpen(s string) bool {
	return strings.Count(s, "“") > strings.Count(s, "”")
}

// quotedLength is how long the sentence would be once its quotation is closed.
func quotedLength(done, rest string) int {
	i := strings.Index(rest, "”")
	if i < 0 {
		return maxQuotedSentence + 1
	}
	return len(done) + i
}

// endsInAbbreviation reports whether the last word of done is an abbreviation
// that does not end the sentence before next.
func endsInAbbreviation(done, next string) bool {
	word := done[strings.LastIndexFunc(done, isWordBreak)+1:]
	word = strings.TrimLeftFunc(word, func(r rune) bool { return !isWordRune(r) })
	bare := strings.ToLower(strings.TrimSuffix(word, "."))
	if _, ok := neverLast[bare]; ok {
		return true
	}
	if _, ok := sometimesLast[bare]; ok || isInitial(word) {
		return !startsFreshly(next)
	}
	return false
}

func isWordBreak(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '“' || r == '"' }

// isInitial reports whether the word is a capital with a point, or several.
func isInitial(word string) bool {
	parts := strings.Split(strings.TrimSuffix(word, "."), ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) != 1 || !unicode.IsUpper([]rune(p)[0]) {
			return false
		}
	}
	return true
}

// startsFreshly reports whether the words to come begin with one that rarely
// follows an abbreviation within a sentence ("the U.S. He said").
func startsFreshly(next string) bool {
	word := next
	if i := strings.IndexFunc(next, isWordBreak); i >= 0 {
		word = next[:i]
	}
	_, ok := starters[strings.TrimRight(word, ",")]
	return ok
}

var (
	// neverLast are abbreviations that always have something after them.
	neverLast = wordSet(`mr mrs ms dr prof gen lt col sgt capt cmdr adm gov sen rep reps sens rev hon pres st mt messrs
		vs no nos vol fig figs pp al e.g i.e cf approx ca jan feb mar apr jun jul aug sep sept oct nov dec`)
	// sometimesLast are abbreviations that may also end a sentence.
	sometimesLast = wordSet(`jr sr inc ltd co corp bros u.s u.k u.n e.u u.s.s.r d.c p.m a.m etc ph.d b.c a.d est dept univ assn`)
	// starters are words that begin a sentence far more often than they follow
	// an abbreviation.
	starters = wordSet(`The A An In On At He She It They We This That These Those But And After Before During While When As If
		His Her Its Their There However Although Since By For With From To Both Many Some Most Despite Meanwhile According`)
)

func trimSpans(s string, spans []Span) []Span {
	kept := spans[:0]
	for _, sp := range spans {
		body := sp.Of(s)
		sp.Start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
		sp.End -= len(body) - len(strings.TrimRightFunc(body, unicode.IsSpace))
		if sp.Start < sp.End {
			kept = append(kept, sp)
		}
	}
	return kept
}
