package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// scanner goes through a feed's markup without building anything.
type scanner struct {
	body    []byte
	d       *xml.Decoder
	stack   []string // open elements, as written
	root    int64    // offset of the first element, -1 before it
	edits   []edit
	entries int
	tokens  int
	parts   int   // tokens since the entry began
	began   int64 // the offset where it did
	cost    int64
}

// edit replaces the bytes from one offset to another.
type edit struct {
	from, to int64
	by       string
}

func (s *scanner) scan() ([]byte, error) {
	s.d = newDecoder(s.body)
	for {
		at := s.d.InputOffset()
		t, err := s.d.RawToken()
		if errors.Is(err, io.EOF) {
			return s.upTo(int64(len(s.body)))
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotFeed, err)
		}
		if full, err := s.token(t, at); err != nil {
			return nil, err
		} else if full {
			return s.upTo(at)
		}
	}
}

// token counts a token and reports whether it begins an entry too many.
func (s *scanner) token(t xml.Token, at int64) (full bool, err error) {
	s.tokens++
	s.parts++
	cost := s.cost + int64(s.parts)*(at-s.began)
	if s.tokens > maxTokens || s.parts > maxParts || len(s.stack) > maxDepth || cost > maxCost {
		return false, fmt.Errorf("%w: its markup has too many parts or is nested too deeply", ErrTooLarge)
	}
	switch t := t.(type) {
	case xml.Directive:
		if bytes.ContainsRune(t, '[') || bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return false, ErrEntity
		}
	case xml.StartElement:
		return s.start(t, at), nil
	case xml.EndElement:
		s.end(written(t.Name))
	}
	return false, nil
}

func (s *scanner) start(e xml.StartElement, at int64) (full bool) {
	if s.root < 0 {
		s.root = at
	}
	if name := strings.ToLower(e.Name.Local); (name == "item" || name == "entry") && len(s.stack) <= 2 {
		s.entries++
		s.cost += int64(s.parts) * (at - s.began)
		s.parts, s.began = 0, at
		if s.entries > MaxEntries {
			return true
		}
	}
	s.stack = append(s.stack, written(e.Name))
	s.retype(e, at)
	return false
}

// retype gives Atom's texts of type "html" the type "text", and those of type
// "xhtml" one that Atom does not know. The library leaves both as they are then;
// otherwise it would parse them as HTML, which a small text can make grow
// without bound.
func (s *scanner) retype(e xml.StartElement, at int64) {
	if strings.EqualFold(e.Name.Local, "link") {
		return
	}
	changed := false
	for i, a := range e.Attr {
		value := strings.ToLower(a.Value)
		if a.Name.Local != "type" || !strings.Contains(value, "html") {
			continue
		}
		e.Attr[i].Value, changed = "text", true
		if strings.Contains(value, "xhtml") {
			e.Attr[i].Value = "none"
		}
	}
	if to := s.d.InputOffset(); changed {
		s.edits = append(s.edits, edit{at, to, startTag(e, bytes.HasSuffix(s.body[at:to], []byte("/>")))})
	}
}

// startTag writes a start tag.
func startTag(e xml.StartElement, empty bool) string {
	var b strings.Builder
	b.WriteString("<" + written(e.Name))
	for _, a := range e.Attr {
		b.WriteString(" " + written(a.Name) + `="`)
		_ = xml.EscapeText(&b, []byte(a.Value)) // a Builder does not fail
		b.WriteByte('"')
	}
	if empty {
		b.WriteByte('/')
	}
	b.WriteByte('>')
	return b.String()
}

// end closes the innermost element of that name and what is open within it.
func (s *scanner) end(name string) {
	for i, open := range slices.Backward(s.stack) {
		if open == name {
			s.stack = s.stack[:i]
			return
		}
	}
}

// upTo returns the feed from its first element to the offset, edited, with
// every element closed that is open there.
func (s *scanner) upTo(offset int64) ([]byte, error) {
	if s.root < 0 {
		return nil, ErrNotFeed
	}
	var out bytes.Buffer
	done := s.root
	for _, e := range s.edits {
		out.Write(s.body[done:e.from])
		out.WriteString(e.by)
		done = e.to
	}
	out.Write(s.body[done:offset])
	for _, name := range slices.Backward(s.stack) {
		out.WriteString("</" + name + ">")
	}
	return out.Bytes(), nil
}

// written is a name with its prefix, as it stands in the feed.
func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}
