package retrieval

import (
	"regexp"
	"strings"
)

// alternatives are two values put up to choose from behind a question that asks for one by
// itself: "When was it, in July or in August?" One of them is wrong, and need not stand in
// any article.
var alternatives = regexp.MustCompile(`(?i)^((?:when|what (?:day|time|year)|where|how (?:many|much|long|old|far|high))\b.{5,}), ?(?:(?:in|on|at|for|was it|is it) )*[\pL\pN$€£.]+(?: [\pL\pN.]+)? or [^,]{1,40}$`)

// withoutAlternatives leaves only the question.
func withoutAlternatives(s string) string {
	if !strings.Contains(s, " or ") {
		return s
	}
	return alternatives.ReplaceAllString(s, "$1?")
}
