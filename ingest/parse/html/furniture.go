package html

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// pointer matches a line that sends the reader to another page.
	pointer = regexp.MustCompile(`(?i)^(?:read (?:more|also|next|on)|also read|see also|related(?: (?:article|story|stories|coverage))?|more (?:on this|from|stories)|` +
		`watch(?: (?:live|now|more))?|listen(?: now)?|click here|sign up|subscribe|follow us|download (?:our|the) app|recommended)\b\s*(?:[:>|–—-]|$|for our |to our |here)`)
	// imprint matches a line on where the article was printed or first seen.
	imprint = regexp.MustCompile(`(?i)^(?:a version of this (?:article|story) (?:appears|appeared|first appeared)|this (?:article|story) was originally published|reuse content|go to home ?page)\b`)
	// noise matches a line that says nothing: share counts, buttons.
	noise = regexp.MustCompile(`(?i)^(?:(?:share|tweet|email|e-mail|print|save|copy link|pin it|whatsapp|facebook|twitter|x|linkedin|reddit|telegram|flipboard|` +
		`share this(?: (?:article|story|page))?|\d[\d.,]*\s*[km]?\s*(?:shares?|comments?|likes?|views?|retweets?)|\d+ min(?:ute)?s? read|advertisement|` +
		`loading(?:\.\.\.|…)?|skip to content|back to top|image source,?.*|listen to this article)[\s|·•,/]*)+$`)
)

// isPointer reports whether a line leads to another page instead of telling.
func isPointer(s string) bool {
	return len(s) < 300 && (pointer.MatchString(s) || imprint.MatchString(s) || isLink(s) && !strings.Contains(s, " "))
}

// isNoise reports whether a line is a leftover of the page's controls.
func isNoise(s string) bool { return len(s) < 120 && noise.MatchString(s) }

// hasWord reports whether the text has a letter or a digit.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
