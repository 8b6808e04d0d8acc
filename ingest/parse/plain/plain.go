// Package plain reads an article from plain text as it is saved from a news
// page: a title, a date, paragraphs, and the furniture of the page in between.
// It works on bytes and never opens files.
package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/ingest/parse"
)

const (
	// maxTitle is the longest first line, in characters, that is a title.
	maxTitle = 160
	// maxHeading is the longest heading, in words.
	maxHeading = 12
)

// Parse reads one article. Binary data gives parse.ErrBinary.
func Parse(body []byte) (parse.Document, error) {
	s, err := parse.Decode(body)
	if err != nil {
		return parse.Document{}, err
	}
	r := reader{lines: parse.Paragraphs(s)}
	r.readTitle()
	for i := range r.lines {
		r.readLine(i)
	}
	return r.finish(), nil
}

// reader goes through the lines of one text.
type reader struct {
	lines []string // one a paragraph
	doc   parse.Document
	// inBody is set by the first paragraph; before it stand title, date and
	// standfirst.
	inBody bool
}

// readTitle takes the first line as the title if it looks like one. A line that
// is all there is stays the text as well.
func (r *reader) readTitle() {
	for i, line := range r.lines {
		if _, _, isDate := parse.DateLine(line); isDate || parse.IsFurniture(line) {
			continue
		}
		if !isTitle(line) {
			return
		}
		r.doc.Title = line
		if len(r.lines) > 1 {
			r.lines = append(r.lines[:i:i], r.lines[i+1:]...)
		}
		return
	}
}

func isTitle(line string) bool {
	bare := strings.TrimRight(line, `"'”’)`)
	return utf8.RuneCountInString(line) <= maxTitle && !strings.HasSuffix(bare, ".")
}

func (r *reader) readLine(i int) {
	line := r.lines[i]
	kind := r.kindOf(i)
	if kind == parse.Paragraph {
		r.inBody = true
	}
	r.doc.Blocks = append(r.doc.Blocks, parse.Block{Kind: kind, Text: line})
}

func (r *reader) kindOf(i int) parse.BlockKind {
	line := r.lines[i]
	switch {
	case r.takeDate(line), r.takeByline(line), parse.IsFurniture(line):
		return parse.Furniture
	case parse.EndsSentence(line):
		return parse.Paragraph
	case r.isHeading(i):
		return parse.Heading
	case r.isStandfirst(i):
		return parse.Furniture
	}
	return parse.Paragraph
}

// takeDate reads a line that is only a date. Within the body such a line heads
// what happened on that day, unless it is the only date there is.
func (r *reader) takeDate(line string) bool {
	date, updated, ok := parse.DateLine(line)
	switch {
	case !ok:
		return false
	case updated && r.doc.Updated == "":
		r.doc.Updated = date
		return true
	case r.doc.Published == "" && (!r.inBody || r.dateLines() == 1):
		r.doc.Published = date
		return true
	}
	return !r.inBody
}

func (r *reader) dateLines() int {
	n := 0
	for _, line := range r.lines {
		if _, _, ok := parse.DateLine(line); ok {
			n++
		}
	}
	return n
}

var byline = regexp.MustCompile(`^(?i:by) ((?:\p{Lu}[\p{L}.'’-]*,? ?|and |de |van |von |al-){2,8})$`)

// takeByline reads a line such as "By Ada Lovelace" above the body.
func (r *reader) takeByline(line string) bool {
	if r.inBody || r.doc.Author != "" {
		return false
	}
	m := byline.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	r.doc.Author = strings.TrimSpace(m[1])
	return true
}

// isHeading reports whether a line without a full stop heads what follows: it is
// short, begins like a sentence, and stands between whole paragraphs.
func (r *reader) isHeading(i int) bool {
	line := r.lines[i]
	if len(strings.Fields(line)) > maxHeading || utf8.RuneCountInString(line) > wideHeading || !startsLikeHeading(line) {
		return false
	}
	if i+1 >= len(r.lines) || !parse.EndsSentence(r.lines[i+1]) {
		return false
	}
	return !r.inBody || parse.EndsSentence(r.lines[i-1]) || parse.IsFurniture(r.lines[i-1])
}

// wideHeading is the longest heading, in characters.
const wideHeading = 100

func startsLikeHeading(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first) || strings.ContainsRune(`"“‘'¿¡`, first)
}

// isStandfirst reports whether a line is a summary between title and body that
// the page cut off: the text goes on with the whole sentence that this is not.
func (r *reader) isStandfirst(i int) bool {
	return r.doc.Title != "" && !r.inBody && parse.EndsSentence(r.nextText(i+1))
}

// nextText is the first line from i on that is not furniture.
func (r *reader) nextText(i int) string {
	for ; i < len(r.lines); i++ {
		if _, _, isDate := parse.DateLine(r.lines[i]); !isDate && !parse.IsFurniture(r.lines[i]) {
			return r.lines[i]
		}
	}
	return ""
}

// finish fills what only the whole text can say.
func (r *reader) finish() parse.Document {
	if r.doc.Published == "" {
		r.doc.Published = r.datelineDate()
	}
	if r.doc.Title == "" {
		r.doc.Title = parse.TitleFrom(r.doc.Blocks)
	}
	return r.doc
}

// datelineDate is the date of the dateline before the first paragraph, else the
// day of the last update.
func (r *reader) datelineDate() string {
	for _, b := range r.doc.Blocks {
		if b.Kind == parse.Paragraph {
			if date, _, ok := parse.Dateline(b.Text); ok {
				return date
			}
			break
		}
	}
	return r.doc.Updated
}
