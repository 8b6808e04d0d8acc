package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
)

// Limits of a feed's markup. The library that reads feeds calls itself for each
// level and copies an element's text once for each of its parts.
const (
	maxDepth  = 200
	maxTokens = 300_000 // of a feed
	maxParts  = 6_000   // tokens of one entry, and of what stands before the first
	// maxCost bounds the sum of each entry's tokens times its bytes. A large
	// feed has 2e9.
	maxCost = 1e10
)

// trim makes a feed harmless to the library that reads it: UTF-8 without the
// characters that XML forbids, no document type, limited depth and at most
// MaxEntries entries. It returns the root's xml:base, which is not resolved.
func trim(body []byte) (trimmed []byte, base string, err error) {
	if isJSON(body) {
		trimmed, err = trimJSON(body)
		return trimmed, "", err
	}
	s := scanner{body: cleanXML(body)}
	return s.scan()
}

var (
	declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	encoding    = regexp.MustCompile(`encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)
	xmlBase     = regexp.MustCompile(`(?i)xml:base`)
)

// cleanXML returns the body as UTF-8 without its XML declaration, without
// characters that XML forbids and with xml:base under a name without meaning:
// the library would parse every entry's HTML to apply it, which is costly.
func cleanXML(body []byte) []byte {
	body = decode(body)
	body = declaration.ReplaceAll(body, nil)
	body = bytes.ToValidUTF8(body, []byte("\ufffd"))
	body = bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, body)
	return xmlBase.ReplaceAll(body, []byte(baseName))
}

// baseName is what xml:base is called after cleanXML.
const baseName = "xmlbase_"

func decode(body []byte) []byte {
	label := ""
	if m := encoding.FindSubmatch(declaration.Find(body[:min(len(body), 300)])); m != nil {
		label = "text/xml; charset=" + string(m[1])
	}
	enc, name, certain := charset.DetermineEncoding(body[:min(len(body), 1024)], label)
	if name == "utf-8" || !certain {
		return bytes.TrimPrefix(body, []byte("\ufeff"))
	}
	if decoded, err := enc.NewDecoder().Bytes(body); err == nil {
		return bytes.TrimPrefix(decoded, []byte("\ufeff"))
	}
	return body
}

// rootOf returns the name of the first element, in lower case and without its
// prefix, or nothing if there is none.
func rootOf(body []byte) string {
	d := newDecoder(cleanXML(body))
	for {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		if e, ok := t.(xml.StartElement); ok {
			return strings.ToLower(e.Name.Local)
		}
	}
}

func newDecoder(body []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	return d
}

// scanner goes through a feed's markup without building anything.
type scanner struct {
	body    []byte
	d       *xml.Decoder
	stack   []string // open elements, as written
	root    int64    // offset of the first element
	base    string
	entries int
	tokens  int
	parts   int   // tokens since the entry began
	began   int64 // the offset where it did
	cost    int64
}

func (s *scanner) scan() (trimmed []byte, base string, err error) {
	s.d = newDecoder(s.body)
	s.root = -1
	for {
		at := s.d.InputOffset()
		t, err := s.d.RawToken()
		if errors.Is(err, io.EOF) {
			return s.upTo(int64(len(s.body)))
		}
		if err != nil {
			return nil, "", fmt.Errorf("%w: %w", ErrNotFeed, err)
		}
		if full, err := s.token(t, at); err != nil {
			return nil, "", err
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
		s.base = baseOf(e)
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
	return false
}

func baseOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == baseName {
			return a.Value
		}
	}
	return ""
}

// end closes the innermost element of that name and what is open within it.
func (s *scanner) end(name string) {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i] == name {
			s.stack = s.stack[:i]
			return
		}
	}
}

// upTo returns the feed from its first element to the offset, with every
// element closed that is open there.
func (s *scanner) upTo(offset int64) (trimmed []byte, base string, err error) {
	if s.root < 0 {
		return nil, "", ErrNotFeed
	}
	out := bytes.Clone(s.body[s.root:offset])
	for i := len(s.stack) - 1; i >= 0; i-- {
		out = append(out, "</"+s.stack[i]+">"...)
	}
	return out, s.base, nil
}

// written is a name with its prefix, as it stands in the feed.
func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}
