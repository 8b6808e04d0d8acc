package feed

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
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
// MaxEntries entries.
func trim(body []byte) ([]byte, error) {
	if isJSON(body) {
		return trimJSON(body)
	}
	s := scanner{body: cleanXML(body), root: -1}
	return s.scan()
}

var (
	declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	encoding    = regexp.MustCompile(`encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)
)

// cleanXML returns the body as UTF-8 without its XML declaration and without
// characters that XML forbids.
func cleanXML(body []byte) []byte {
	body = bytes.Clone(decode(body)) // it is changed in place
	body = declaration.ReplaceAll(body, nil)
	body = bytes.ToValidUTF8(body, []byte("\ufffd"))
	body = slices.DeleteFunc(body, func(b byte) bool { return b < ' ' && b != '\t' && b != '\n' && b != '\r' })
	body = bytes.ReplaceAll(body, []byte("\ufffe"), nil)
	return bytes.ReplaceAll(body, []byte("\uffff"), nil)
}

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
