package verify

import (
	"strings"
)

// quotes checks that every quotation of the claim stands in a source.
func (v *Result) quotes(claim *facts, sources []*facts) {
	for _, q := range claim.quotes {
		words := q.Of(claim.text)
		if want := BareQuote(words); want != "" && !quotedIn(want, sources) {
			v.Fail(FailedQuote, words, otherQuote(claim, sources))
		}
	}
}

func quotedIn(want string, sources []*facts) bool {
	for _, s := range sources {
		if strings.Contains(PlainMarks.Replace(s.text), want) {
			return true
		}
	}
	return false
}

// otherQuote is the first quotation of the sources that the claim does not make.
func otherQuote(claim *facts, sources []*facts) string {
	for _, s := range sources {
		for _, q := range s.quotes {
			if words := q.Of(s.text); !strings.Contains(PlainMarks.Replace(claim.text), BareQuote(words)) {
				return words
			}
		}
	}
	return ""
}

// BareQuote is a quotation without the point or comma at its end, which belongs
// to the sentence around it, and with one kind of apostrophe and mark.
func BareQuote(s string) string {
	return PlainMarks.Replace(strings.Trim(s, " .,;…"))
}

// PlainMarks writes marks that differ only in their type the same way.
var PlainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "…", "...", "\u00a0", " ")
