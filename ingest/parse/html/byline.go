package html

import (
	"regexp"
	"strings"

	"sherpa/internal/text"
)

const (
	months = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	days   = `(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?`
)

var (
	// writtenBy is what stands before an author's name on a page.
	writtenBy = regexp.MustCompile(`^(?i:written by|story by|by|von|par|por|door|av|af)\s*:?\s+`)
	// dated is a date with what follows it.
	dated = regexp.MustCompile(`(?i)[\s,|·•–—-]*(?:\b` + days + `\b,?\s*)?(?:\b` + months + `\b\.?\s*)?\d.*$`)
	// notName matches what is no name although it stands where one does.
	notName = regexp.MustCompile(`(?i)^(?:(?:last )?(?:updated|published|posted|modified|follow|written)\b|staff$|admin$|author$)`)
	// onlyTime matches lines that have nothing but a date or a time of day.
	onlyTime = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s*)?(?:(?:` + days + `|` + months + `|\d+(?:st|nd|rd|th)?|at|on|a\.?m|p\.?m|[ECMP][SD]?T|GMT|UTC|BST|ago|hours?|minutes?|mins?)\b[\s,.:|/·•–—-]*)+$`)
)

// visibleAuthor is the author's name in a line that readability took for the
// byline, or nothing.
func visibleAuthor(byline string) string {
	name := dated.ReplaceAllString(line(byline), "")
	name = strings.Trim(writtenBy.ReplaceAllString(name, ""), " -–—|·•,:")
	if len(name) > 100 || !hasWord(name) || isLink(name) || notName.MatchString(name) {
		return ""
	}
	return name
}

// isByline reports whether a line only says who wrote the article, and perhaps
// when, or only when. author is folded.
func isByline(s, author string) bool {
	if len(s) > 160 || strings.HasSuffix(s, ".") {
		return false
	}
	if onlyTime.MatchString(s) && strings.ContainsAny(s, "0123456789") {
		return true
	}
	folded := text.Fold(s)
	named := author != "" && strings.Contains(folded, author)
	return named && (strings.HasPrefix(folded, "by ") || len(folded) < len(author)+60)
}
