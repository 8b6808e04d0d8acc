package html

import (
	"fmt"
	"regexp"
	"unicode"

	"sherpa/ingest/parse"
)

const (
	// minLetters is how many letters the running text of an article has.
	minLetters = 80
	// teaserLetters is the size of the beginning that a paywall leaves.
	teaserLetters = 1500
)

var (
	// wall matches the line that ends the free part of an article.
	wall = regexp.MustCompile(`(?i)\b(?:subscribe|sign in|log in|register|create an? (?:free )?account|become a (?:member|subscriber))\b.{0,60}\b(?:to (?:continue|keep|read|unlock|view|access)|for (?:full|unlimited) access)\b|` +
		`\b(?:this|the) (?:article|story|content) is (?:only )?(?:available |reserved )?(?:for|to) (?:our )?(?:paying )?(?:subscribers|members)\b|\balready a subscriber\b`)
	// wantsScript matches what a page says to a browser without scripts.
	wantsScript = regexp.MustCompile(`(?i)\b(?:enable|turn on|requires?|need|activate)\b.{0,20}\bjava ?script\b|\bjava ?script\b.{0,30}\b(?:is )?(?:disabled|required|enabled)\b`)
)

// findings is what tells an article from a page that is none.
type findings struct {
	blocks     []parse.Block
	visible    int  // the size in bytes of all the text that the page shows
	scripted   bool // the page has scripts
	restricted bool // the page says that its article is not free
}

// check refuses what is no article or only the beginning of one.
func (f findings) check() error {
	letters, size, walled, script := 0, 0, false, false
	for _, b := range f.blocks {
		size += len(b.Text)
		walled = walled || wall.MatchString(b.Text)
		script = script || wantsScript.MatchString(b.Text)
		if b.Kind == parse.Paragraph {
			letters += countLetters(b.Text)
		}
	}
	switch {
	case size > MaxText:
		return fmt.Errorf("%w: the article has %d KiB of text", ErrTooLarge, size>>10)
	case letters < teaserLetters && (f.restricted || walled):
		return ErrPaywall
	case letters < 2*minLetters && script, letters < minLetters && f.visible < minLetters && f.scripted:
		return ErrNeedsScript
	case letters < minLetters:
		return ErrNoArticle
	}
	return nil
}

func countLetters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
