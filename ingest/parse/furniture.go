package parse

import (
	"regexp"
	"strings"

	"sherpa/internal/text"
)

// furniture are the lines that a page puts between the paragraphs of an article.
var furniture = []*regexp.Regexp{
	// A bare count of comments, shares or minutes.
	regexp.MustCompile(`(?i)^[\d.,]+k?(?: (?:comments?|shares?|likes?|views?|reads?|min(?:utes?)? read|min))?$`),
	// An embedded social post.
	regexp.MustCompile(`(?i)\bpic\.(?:twitter|x)\.com/\w+`),
	regexp.MustCompile(`(?i)\bhttps?://t\.co/\w+\s*$`),
	regexp.MustCompile(`^(?:LIVE|WATCH|VIDEO|PHOTOS?|BREAKING|IN PICTURES|LISTEN|GALLERY)\s*[|:]`),
	regexp.MustCompile(`[—–-] .{1,60}\(@\w{1,30}\)\s+\w+\.? \d{1,2}, \d{4}$`),
	// Pointers to other pages.
	regexp.MustCompile(`(?i)^(?:read (?:more|also|next|the full story)|also read|see also|related(?: (?:articles?|stories|news|topics?))?|more (?:on this|from .{1,40})|recommended(?: stories)?|you may also like|don['’]t miss|explore more|go deeper|topics|tags|source|sources)\s*:(?:.{0,200})$`),
	regexp.MustCompile(`(?i)^(?:read (?:more|also|next|the full story)|also read|see also|related (?:articles?|stories)|recommended(?: stories)?|you may also like|most read|trending(?: now)?|advertisements?|sponsored(?: content)?|share(?: this(?: article| story)?)?|share on .{1,20}|print|comments?|leave a comment|back to top|loading\.*|listen to this article|skip to (?:main )?content|story continues below.{0,30}|continue reading)\.?$`),
	// Appeals and small print.
	regexp.MustCompile(`(?i)^(?:sign up (?:for|to)|subscribe (?:to|now|today)|follow us on|download (?:our|the) app|click here|join our|get our)\b.{0,120}$`),
	regexp.MustCompile(`(?i)^(?:©|\(c\) \d|copyright\b).{0,160}$|^all rights reserved\.?$`),
	regexp.MustCompile(`(?i)^(?:photo|image|picture|file photo|photograph)(?: credit| by)?\s*[:|].{0,120}$`),
}

// maxFurnitureWords is the longest line that can be furniture; embedded posts
// are the longest of them.
const maxFurnitureWords = 80

// IsFurniture reports whether a line by itself is page furniture: words of the
// page around an article, and none of the article's own.
func IsFurniture(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) > 1000 || text.CountWords(line) > maxFurnitureWords {
		return false
	}
	for _, re := range furniture {
		if re.MatchString(line) {
			return true
		}
	}
	return false
}
