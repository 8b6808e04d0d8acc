package retrieval

import (
	"regexp"
	"strings"
)

// What people put between the words of a question, and signs for words.

var (
	// interjected is what stands behind a question word for emphasis: "who the hell is Ann?"
	interjected = regexp.MustCompile(`(?i)\b(who|what|where|when|why|how) (?:tf|the (?:actual )?(?:hell|heck|fuck|f)|on earth|in the world) ([a-z])`)
	// andSign joins two questions by a sign.
	andSign = regexp.MustCompile(`(?i)\s[&+/]\s+((?:(?:for|to|by|with) )?(?:who|whom|what|where|when|why|how|did|was|were)\b)`)
	// withSign stands for "with", and "w/o" for "without".
	withSign = regexp.MustCompile(`(?i)(^|\s)w/(o\b)?\s*`)
	// moneySigns stand for money where it is asked how much.
	moneySigns = regexp.MustCompile(`(?i)\bhow much [£$€]+(\s|$)`)
	// percentSign stands for the word where it is asked which: "what % rise".
	percentSign = regexp.MustCompile(`(?i)\b(?:what|which|how many|how much) ?%(\s|$)`)
)

// withoutSigns writes signs for words as these, and leaves out what is only there for
// emphasis.
func withoutSigns(s string) string {
	s = moneySigns.ReplaceAllString(s, "how much money$1")
	if strings.Contains(s, "%") {
		s = percentSign.ReplaceAllString(s, "what percent$1")
	}
	if strings.ContainsAny(s, "&+/") {
		s = andSign.ReplaceAllString(s, " and $1")
		s = withSign.ReplaceAllStringFunc(s, func(sign string) string {
			if strings.Contains(strings.ToLower(sign), "/o") {
				return " without "
			}
			return " with "
		})
	}
	return interjected.ReplaceAllString(s, "$1 $2")
}
