package prompt

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	codeFence = regexp.MustCompile("^(?:```|~~~)")
	heading   = regexp.MustCompile(`^#{1,6}\s`)
	numbered  = regexp.MustCompile(`^\(?(\d{1,2})[.)]\s+(.+)$`)
	// germanMonth follows a number with a point that is a day.
	germanMonth = regexp.MustCompile(`^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s`)
	// endnotes begin a list of sources, which says nothing more.
	endnotes = regexp.MustCompile(`(?i)^(?:sources|references|citations|footnotes|quellen|fuentes|références|источники|джерела)(?: used| cited)?\s*:?$`)
)

// lines are the lines of a text that may say something, without bullets,
// numbers and styles. Left out are fences of code, headings, lines that only
// announce what comes ("Here is the answer:"), and a list of sources at the end.
func lines(s string) (found []string) {
	number := 0
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || codeFence.MatchString(line) || heading.MatchString(line) && !endnotes.MatchString(unstyled(line)) {
			continue
		}
		line = unnumbered(unstyled(line), &number)
		if endnotes.MatchString(line) {
			break
		}
		if line != "" && !strings.HasSuffix(line, ":") {
			found = append(found, line)
		}
	}
	return found
}

// unnumbered strips the number of a list that counts from 1. A number that does
// not count is part of the sentence.
func unnumbered(line string, number *int) string {
	m := numbered.FindStringSubmatch(line)
	if m == nil || germanMonth.MatchString(m[2]) {
		return line
	}
	if n, err := strconv.Atoi(m[1]); err != nil || n != *number+1 {
		return line
	}
	*number++
	return unstyled(m[2])
}
