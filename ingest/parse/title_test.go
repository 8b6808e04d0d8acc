package parse_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/ingest/parse"
)

func TestTitleFrom(t *testing.T) {
	t.Parallel()
	long := "The harbour council of Norvik agreed late on Monday to reopen the old ferry line before winter, which ends a dispute of two years over the pier."
	tests := []struct {
		name   string
		blocks []parse.Block
		want   string
	}{
		{"first sentence", []parse.Block{{Text: "The ferry sails. It is late."}}, "The ferry sails."},
		{"without furniture and heading", []parse.Block{{Kind: parse.Furniture, Text: "0"}, {Kind: parse.Heading, Text: "News"}, {Kind: parse.Paragraph, Text: "The ferry sails."}}, "The ferry sails."},
		{"without the dateline", []parse.Block{{Text: "Norvik, March 2024 – The ferry sails."}}, "The ferry sails."},
		{"shortened at a word", []parse.Block{{Text: long}}, "The harbour council of Norvik agreed late on Monday to reopen the old ferry line before winter, which ends a dispute…"},
		{"nothing", nil, ""},
	}
	for _, tt := range tests {
		if got := parse.TitleFrom(tt.blocks); got != tt.want {
			t.Errorf("%s: TitleFrom = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"ferry", strings.Repeat("fähre ", 40), strings.Repeat("ü", 200)} {
		got := parse.Shorten(s, 50)
		if utf8.RuneCountInString(got) > 50 || !utf8.ValidString(got) {
			t.Errorf("Shorten(%q, 50) = %q", s, got)
		}
		if short := utf8.RuneCountInString(s) <= 50; short != (got == s) {
			t.Errorf("Shorten(%q, 50) = %q", s, got)
		}
	}
}
