package parse_test

import (
	"errors"
	"strings"
	"testing"

	"sherpa/ingest/parse"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"UTF-8", "“Hafen” – ä", "“Hafen” – ä"},
		{"UTF-8 with a mark", "\xEF\xBB\xBFHafen", "Hafen"},
		{"UTF-16, little end first", "\xFF\xFEH\x00\xE4\x00", "Hä"},
		{"UTF-16, big end first", "\xFE\xFF\x00H\x00\xE4", "Hä"},
		{"Windows-1252", "the \x93old\x94 pier \x96 caf\xE9", "the “old” pier – café"},
		{"UTF-8 cut within a character", "“old” – “new” – “end\xE2\x80", "“old” – “new” – “end\uFFFD"},
		{"line ends and hidden characters", "a\r\nb\u200bc\u202e", "a\nbc"},
	}
	for _, tt := range tests {
		got, err := parse.Decode([]byte(tt.in))
		if err != nil || got != tt.want {
			t.Errorf("%s: Decode = %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestDecodeRefusesBinary(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"text\x00more", "\x7fELF\x02\x01\x01", strings.Repeat("\x01\x02 ", 40), "\xFF\xFE\x00\x00"} {
		if got, err := parse.Decode([]byte(in)); !errors.Is(err, parse.ErrBinary) {
			t.Errorf("Decode(%q) = %q, %v, want ErrBinary", in, got, err)
		}
	}
}
