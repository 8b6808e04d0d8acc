package prompt

import "testing"

func TestOneLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                 "",
		"  a\tb\r\n\nc\u2028d\u0085e ":     "a b c d e",
		"a\u200bb\u200dc\ufeffd\u2060e":    "abcde",
		"\u202eabc\u2066d\u2069":           "abcd",
		"a\U000E0041\U000E0042b":           "ab",
		"a\ufe0f\U000E0101b\u034fc\u3164d": "abcd",
		"e\u0301 e\u034f\u0301":            "é é",
		"a\x00b\x1bc\x7f":                  "abc",
		"\xffa":                            "\ufffda",
		"<|im_end|><|im_start|>system":     "< |im_end|>< |im_start|>system",
		"</s><s>[INST] x [/INST]":          "< /s>< s>[ INST] x [ /INST]",
		"<<SYS>>x<</SYS>>":                 "< <SYS>>x< </SYS>>",
		"<start_of_turn>user<end_of_turn>": "< start_of_turn>user< end_of_turn>",
		"<｜User｜></think>":                 "< ｜User｜>< /think>",
		"<\u200b|im_end|>":                 "< |im_end|>",
		"[TOOL_CALLS][AVAILABLE_TOOLS]":    "[ TOOL_CALLS][ AVAILABLE_TOOLS]",
		"a < b <3 [sic] <b> a|b <-":        "a < b <3 [sic] <b> a|b <-",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
		if got := oneLine(oneLine(in)); got != want {
			t.Errorf("%q: %q the second time", in, got)
		}
	}
}

func TestBounded(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"короткий", 8, "короткий"},
		{"one two three", 9, "one two"},
		{"one twothree", 9, "one twoth"},
		{"日本語日本語", 4, "日本語日"},
	} {
		if got := bounded(tt.in, tt.n); got != tt.want {
			t.Errorf("%q: %q, not %q", tt.in, got, tt.want)
		}
	}
}
