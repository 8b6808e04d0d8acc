package answer

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/internal/text"
)

// Who asks whether articles agree on "the day" names no matter, but a kind of value: all that they
// disagree on is looked through for one of it.

// aspects are nouns for kinds of values, by what a disagreement is about.
var aspects = map[string]string{
	"day": "date", "days": "date", "date": "date", "dates": "date", "weekday": "date", "timing": "date",
	"duration": "duration", "length": "duration",
	"place": "place", "location": "place", "venue": "place",
	"number": "number", "numbers": "number", "figures": "number", "count": "number", "counts": "number", "toll": "number",
}

// aspectOf is what a disagreement on the topic would be about, if it is no more than a kind of value; or "".
func aspectOf(topic string) string {
	words := strings.Fields(text.Fold(strings.Trim(topic, "?!. ")))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "its" || w == "exact" })
	if len(words) != 1 {
		return ""
	}
	return aspects[words[0]]
}

// theyAgree is "Do they agree on the day?", of which nobody who is told of in an article is meant.
var theyAgree = regexp.MustCompile(`(?i)^((?:do|did) )(?:they|those)( (?:(?:all|both|really) )*(?:agree|disagree|differ) (?:on|about|over) (.+))$`)

// ofArticles names the articles in a question that asks of "they" whether they agree on a kind of value.
func ofArticles(asked string) string {
	m := theyAgree.FindStringSubmatch(asked)
	if m == nil || aspectOf(m[3]) == "" {
		return asked
	}
	return m[1] + "the articles" + m[2]
}
