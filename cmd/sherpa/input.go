package main

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sherpa/answer"
	"sherpa/internal/usererr"
)

// maxQuestion is the longest question, in code points.
const maxQuestion = answer.MaxQuestion

// maxText is the longest text that check takes, in code points: whatever its
// script, the engine reads that much to its end.
const maxText = 16_000

// checkText refuses an empty or over-long text; what names it in the sentence.
func checkText(what, text string, limit int) error {
	if strings.TrimSpace(text) == "" {
		return usererr.New(usererr.Usage, fmt.Sprintf("the %s is empty; write it after the command.", what))
	}
	if n := utf8.RuneCountInString(text); n > limit {
		return usererr.New(usererr.Usage, fmt.Sprintf("the %s has %d characters; at most %d are read, so shorten it.", what, n, limit))
	}
	return nil
}

// joined joins the words of the command line to one checked text.
func joined(what string, words []string, limit int) (string, error) {
	text := strings.TrimSpace(strings.Join(words, " "))
	return text, checkText(what, text, limit)
}

// parseDay reads a date of a flag and returns it as YYYY-MM-DD, or "" for "".
func parseDay(name, date string) (string, error) {
	if date == "" {
		return "", nil
	}
	t, err := parseTime(date)
	if err != nil {
		return "", usererr.Wrap(err, usererr.Usage, fmt.Sprintf("%s %q is not a date; write it as YYYY-MM-DD.", name, date))
	}
	return t.Format(time.DateOnly), nil
}

// parseTime reads RFC 3339 or YYYY-MM-DD.
func parseTime(text string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return t, nil
	}
	return time.Parse(time.RFC3339, text)
}

// firstLines returns at most n lines of text, and says how many are left out.
func firstLines(text string, n int) string {
	lines := strings.Split(text, "\n")
	if len(lines) <= n {
		return text
	}
	return strings.Join(lines[:n], "\n") + fmt.Sprintf("\nand %d more.", len(lines)-n)
}
