package store

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxText is the longest article, in bytes; SQLite's own limit is set to twice
// as much.
const maxText = 8 << 20

// validate refuses an entry whose citations could not be exact.
func (e Entry) validate() error {
	if err := e.Article.validate(); err != nil {
		return fmt.Errorf("article %q: %w", e.Article.ID, err)
	}
	end := 0
	for i, p := range e.Passages {
		if err := p.validate(e.Article.Text, end); err != nil {
			return fmt.Errorf("article %q, passage %d: %w", e.Article.ID, i, err)
		}
		if p.Ordinal != i {
			return fmt.Errorf("%w: article %q, passage %d has ordinal %d", ErrInvalid, e.Article.ID, i, p.Ordinal)
		}
		end = p.End
	}
	return nil
}

func (a Article) validate() error {
	if a.ID == "" {
		return fmt.Errorf("%w: no id", ErrInvalid)
	}
	if len(a.Text) > maxText {
		return fmt.Errorf("%w: its text has %d bytes, %d are allowed", ErrInvalid, len(a.Text), maxText)
	}
	for _, s := range []string{
		a.ID, a.Title, a.Publisher, a.Author, a.URL, a.Lang, a.Published, a.Updated,
		a.Note, a.BasedOn, a.Hash, a.DuplicateOf, a.Text,
	} {
		if !isText(s) {
			return fmt.Errorf("%w: %.40q is not text in UTF-8", ErrInvalid, s)
		}
	}
	return nil
}

// validate checks a passage of the article's text; after is where the passage
// before it ends.
func (p Passage) validate(article string, after int) error {
	switch {
	case p.Start < after || p.End <= p.Start || p.End > len(article):
		return fmt.Errorf("%w: offsets %d to %d after %d in a text of %d bytes", ErrInvalid, p.Start, p.End, after, len(article))
	case article[p.Start:p.End] != p.Text:
		return fmt.Errorf("%w: its text is not the article's from %d to %d", ErrInvalid, p.Start, p.End)
	case !utf8.ValidString(p.Text):
		return fmt.Errorf("%w: it cuts a character in two", ErrInvalid)
	case !isText(p.Heading):
		return fmt.Errorf("%w: its heading is not text in UTF-8", ErrInvalid)
	}
	return nil
}

// isText reports whether s is UTF-8 without NUL, where SQLite would end a text.
func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }
