package html

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decode returns the page as UTF-8. What a page declares about its encoding is
// often wrong, and text in another encoding is hardly ever valid UTF-8, so
// that a valid page is taken as it is. Only encodings that hide in ASCII bytes
// (UTF-16 without a mark, ISO-2022) have to be declared.
func decode(page []byte, contentType string) []byte {
	if utf8.Valid(page) && !bytes.ContainsAny(page, "\x00\x1b") {
		return bytes.TrimPrefix(page, []byte("\ufeff"))
	}
	enc, _, _ := charset.DetermineEncoding(page[:min(len(page), 1024)], contentType)
	decoded, err := enc.NewDecoder().Bytes(page)
	if err != nil {
		return page // the caller's cleaning replaces what is not UTF-8
	}
	return decoded
}
