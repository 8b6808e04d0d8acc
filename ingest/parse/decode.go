package parse

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"sherpa/internal/text"
)

// ErrBinary says that bytes which should be text are not.
var ErrBinary = errors.New("this is not text but binary data")

// Decode turns the bytes of a text file into clean UTF-8 (text.Clean). A byte
// order mark decides between UTF-8 and UTF-16; without one the text is UTF-8, or
// Windows-1252 if it cannot be that. Binary data gives ErrBinary.
func Decode(body []byte) (string, error) {
	s, err := toUTF8(body)
	if err != nil {
		return "", err
	}
	if isBinary(s) {
		return "", ErrBinary
	}
	return text.Clean(s), nil
}

func toUTF8(body []byte) (string, error) {
	switch {
	case hasBOM(body):
		out, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), body)
		if err != nil {
			return "", fmt.Errorf("decode the text by its byte order mark: %w", err)
		}
		return string(out), nil
	case mostlyUTF8(body):
		return string(body), nil
	}
	enc, _ := charset.Lookup("windows-1252")
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return "", fmt.Errorf("decode the text as Windows-1252: %w", err)
	}
	return string(out), nil
}

func hasBOM(body []byte) bool {
	for _, bom := range []string{"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"} {
		if bytes.HasPrefix(body, []byte(bom)) {
			return true
		}
	}
	return false
}

// mostlyUTF8 reports whether the bytes are UTF-8, allowing for damage: a text
// cut within a character must not be misread as Windows-1252 as a whole.
func mostlyUTF8(body []byte) bool {
	multi, bad := 0, 0
	for len(body) > 0 {
		r, n := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			multi++
		}
		body = body[n:]
	}
	return bad == 0 || multi > 2*bad
}

// isBinary reports whether a text holds NUL characters or more other control
// characters than any text does: more than two, and more than one in fifty.
func isBinary(s string) bool {
	controls, runes := 0, 0
	for _, r := range s {
		runes++
		switch {
		case r == 0:
			return true
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f', r == utf8.RuneError, r >= 0x7F && r < 0xA0 && r != 0x85:
			controls++
		}
	}
	return controls > 2 && controls*50 > runes
}
