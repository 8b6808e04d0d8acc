// Package jsonl reads articles from JSON Lines, one article a line. It reads
// lines and never opens files.
package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// MaxLine is the longest line that is read, in bytes.
const MaxLine = 8 << 20

// record is a line as the contract has it; unknown fields are ignored.
type record struct {
	ID         scalar   `json:"id"`
	Title      string   `json:"title"`
	Publisher  string   `json:"publisher"`
	Author     string   `json:"author"`
	Published  string   `json:"published"`
	Updated    string   `json:"updated"`
	URL        string   `json:"url"`
	Lang       string   `json:"lang"`
	Note       string   `json:"note"`
	BasedOn    string   `json:"based_on"`
	Paragraphs []string `json:"paragraphs"`
	Text       string   `json:"text"`
}

// scalar is a string that may be written as a number.
type scalar string

// UnmarshalJSON accepts a string or a number.
func (s *scalar) UnmarshalJSON(b []byte) error {
	var str string
	if err := json.Unmarshal(b, &str); err == nil {
		*s = scalar(str)
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return errors.New(`"id" is neither a string nor a number`)
	}
	*s = scalar(n)
	return nil
}

// Parse reads one line. Every paragraph of "paragraphs" is a block; "text" is
// split as plain text is.
func Parse(line []byte) (parse.Document, error) {
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return parse.Document{}, explain(err)
	}
	d := parse.Document{
		ID: field(string(r.ID)), Title: field(r.Title), Publisher: field(r.Publisher), Author: field(r.Author),
		URL: field(r.URL), Lang: field(r.Lang), Note: field(r.Note), BasedOn: field(r.BasedOn),
	}
	d.Published, _ = parse.Date(field(r.Published))
	d.Updated, _ = parse.Date(field(r.Updated))
	d.Blocks = blocks(r)
	if d.Title == "" {
		d.Title = parse.TitleFrom(d.Blocks)
	}
	return d, nil
}

func field(s string) string { return text.Squeeze(text.Clean(s)) }

func blocks(r record) []parse.Block {
	paragraphs := r.Paragraphs
	if len(paragraphs) == 0 {
		paragraphs = parse.Paragraphs(text.Clean(r.Text))
	}
	var out []parse.Block
	for _, p := range paragraphs {
		if p = strings.TrimSpace(text.Clean(p)); p != "" {
			out = append(out, parse.Block{Kind: parse.Paragraph, Text: p})
		}
	}
	return out
}

// explain says what is wrong with a line in words that help to mend it.
func explain(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("invalid JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("a line must be a JSON object, not a JSON %s", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("the field %q must not be a JSON %s", kind.Field, kind.Value)
	}
	return fmt.Errorf("invalid JSON: %w", err)
}
