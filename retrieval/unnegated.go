package retrieval

import (
	"regexp"
	"strings"
)

// turnedNegation is a question that begins with a negated auxiliary and goes on: in "Ann
// was there. Wasn't she?" it has nothing of its own to ask.
var turnedNegation = regexp.MustCompile(`(?i)((?:^|[.?!]\s+)(?:(?:so|but|and|well|wait|ok|okay|hey|hmm)[, ]+)?(?:did|does|is|are|was|were|has|have|had|would|could|should))n['’]t( [^\s?]+ \S)`)

// unnegated asks plainly what is asked with a negation that is turned: who asks "Didn't
// they meet?" expects that they did, and is told "Yes" if they did.
func unnegated(s string) string {
	if !strings.Contains(s, "n't") && !strings.Contains(s, "n’t") {
		return s
	}
	return turnedNegation.ReplaceAllString(s, "$1$2")
}
