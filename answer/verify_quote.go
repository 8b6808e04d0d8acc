package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/internal/text"
)

// quotePairs maps opening marks to the marks that close them.
var quotePairs = map[rune]string{'“': "”“\"", '"': "\"”", '„': "“”\"", '«': "»", '‘': "’", '\'': "'’", '＂': "＂"}

// quotations returns what stands in quotation marks, without the marks.
func quotations(s string) []text.Span {
	var found []text.Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		closing, opens := quotePairs[r]
		if !opens || !opensQuote(s, i, n, r) {
			i += n
			continue
		}
		end := closeOf(s, i+n, closing, r)
		if end < 0 {
			i += n
			continue
		}
		found = append(found, text.Span{Start: i + n, End: end})
		_, m := utf8.DecodeRuneInString(s[end:])
		i = end + m
	}
	return found
}

// opensQuote tells an apostrophe from a mark: a single mark opens only where no
// letter stands before it and one stands after.
func opensQuote(s string, i, n int, r rune) bool {
	if r != '‘' && r != '\'' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return (i == 0 || !isLetterOrDigit(before)) && unicode.IsLetter(after)
}

// closeOf is where the quotation that begins at i ends; -1 if it does not.
func closeOf(s string, i int, closing string, open rune) int {
	single := open == '‘' || open == '\''
	for k, r := range s[i:] {
		if !strings.ContainsRune(closing, r) {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[i+k+utf8.RuneLen(r):])
		if !single || !isLetterOrDigit(after) {
			return i + k
		}
	}
	return -1
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// quotes checks that every quotation of the claim stands in a source.
func (v *Verification) quotes(claim *facts, sources []*facts) {
	for _, q := range claim.quotes {
		words := q.Of(claim.text)
		if want := bareQuote(words); want != "" && !quotedIn(want, sources) {
			v.fail(FailedQuote, words, otherQuote(claim, sources))
		}
	}
}

func quotedIn(want string, sources []*facts) bool {
	for _, s := range sources {
		if strings.Contains(plainMarks.Replace(s.text), want) {
			return true
		}
	}
	return false
}

// otherQuote is the first quotation of the sources that the claim does not make.
func otherQuote(claim *facts, sources []*facts) string {
	for _, s := range sources {
		for _, q := range s.quotes {
			if words := q.Of(s.text); !strings.Contains(plainMarks.Replace(claim.text), bareQuote(words)) {
				return words
			}
		}
	}
	return ""
}

// bareQuote is a quotation without the point or comma at its end, which belongs
// to the sentence around it, and with one kind of apostrophe and mark.
func bareQuote(s string) string {
	return plainMarks.Replace(strings.Trim(s, " .,;…"))
}

// plainMarks writes marks that differ only in their type the same way.
var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "…", "...", "\u00a0", " ")
