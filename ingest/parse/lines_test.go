package parse_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
)

func TestParagraphs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"one a line", "The boat left.\nIt came back.\n\nThe end.", []string{"The boat left.", "It came back.", "The end."}},
		{
			"wrapped lines", "The boat left in the\nmorning and came\nback at noon.\n\nThe end.",
			[]string{"The boat left in the morning and came back at noon.", "The end."},
		},
		{"a list", "Apples\nPears\nPlums", []string{"Apples", "Pears", "Plums"}},
		{"small letters after a full stop", "The boat left.\nebay was down.", []string{"The boat left.", "ebay was down."}},
		{"white space only", " \n\n \n", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, parse.Paragraphs(tt.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestEndsSentence(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"It left.": true, "“It left.”": true, "(It left!)": true, "Did it leave?": true, "As follows:": true, "And so…": true,
		"Why it left": false, "The “old pier”": false, "": false,
	} {
		if got := parse.EndsSentence(line); got != want {
			t.Errorf("EndsSentence(%q) = %v, want %v", line, got, want)
		}
	}
}
