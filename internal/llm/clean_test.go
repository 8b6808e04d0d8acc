package llm

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sherpa/answer/prompt"
)

func TestExcerpt(t *testing.T) {
	t.Parallel()
	c := cleaner{key: canary, prompt: plain().Messages}
	for _, tt := range []struct{ name, given, want string }{
		{"nothing", "", ""},
		{"plain", "Model is loading", "Model is loading"},
		{"lines", " Model\n\tis\x00 \x1b[31mloading\u202e ", "Model is [31mloading"},
		{"the key", "Incorrect API key provided: " + canary + ".", "Incorrect API key provided: (hidden)"},
		{"the key in a word", "key=" + canary + ";x", "(hidden)"},
		{"its begin", "key sk-proj-CaNa***", "key (hidden)"},
		{"its middle", "key ...0123456...", "key (hidden)"},
		{"its end", "key ************fXYZ", "key (hidden)"},
		{"in capitals", strings.ToUpper(canary), "(hidden)"},
		{"a parameter", "Unsupported parameter: 'max_tokens'", "Unsupported parameter: 'max_tokens'"},
		{"a quotation", "Invalid value: 'Who won?'", "Invalid value: '…'"},
		{"the prompt", "You said: " + asked, ""},
		{"a part of it", "You said: meeting in Quixotania on", ""},
		{"no UTF-8", "bad \xff\xfe bytes", "bad bytes"},
		{"long", strings.Repeat("é ", 200), strings.Repeat("é ", 80) + "…"},
	} {
		if got := c.excerpt(tt.given); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
	if got := (cleaner{key: "abc"}).excerpt("an abc and a b"); got != "an (hidden) and a b" {
		t.Errorf("a short key gives %q", got)
	}
	if got := (cleaner{}).excerpt("no key"); got != "no key" {
		t.Errorf("no key gives %q", got)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("Incorrect key: " + canary)
	f.Add("'" + canary + "' \"\xff`")
	f.Add(asked)
	c := cleaner{key: canary, prompt: []prompt.Message{{Text: asked}}}
	f.Fuzz(func(t *testing.T, text string) {
		got := c.excerpt(text)
		switch {
		case utf8.RuneCountInString(got) > excerptPoints+1:
			t.Errorf("%d code points", utf8.RuneCountInString(got))
		case !utf8.ValidString(got), strings.ContainsFunc(got, unicode.IsControl):
			t.Errorf("%q is no line", got)
		case strings.Contains(strings.ToLower(got), strings.ToLower(canary)), strings.Contains(got, asked):
			t.Errorf("%q tells too much", got)
		}
	})
}
