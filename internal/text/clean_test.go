package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "Plain text.\nNext line.", "Plain text.\nNext line."},
		{"line ends", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"spaces", "a\tb\u00a0c\u2009d\u3000e\u202ff", "a b c d e f"},
		{"controls", "a\x00b\x07c\x1bd\x7fe\u009bf", "abcdef"},
		{"bidirectional marks", "\u202eevil\u202c \u2066x\u2069\u200f", "evil x"},
		{"zero width", "ze\u200bro\ufeff wi\u00addth\u2060", "zero width"},
		{"joiners in emoji stay", "\U0001F469\u200d\U0001F680", "\U0001F469\u200d\U0001F680"},
		{"composed", "Cafe\u0301", "Café"},
		{"invalid bytes", "a\xffb\xc3", "a\uFFFDb\uFFFD"},
		{"a carriage return before what is dropped", "a\r\u200b\nb", "a\n\nb"},
		{"tag characters", "a\U000E0041b", "ab"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := Clean(tc.in); got != tc.want {
				t.Errorf("Clean(%q) = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestSqueeze(t *testing.T) {
	t.Parallel()
	if got, want := Squeeze(" \n a  b\t\u00a0c\n"), "a b c"; got != want {
		t.Errorf("Squeeze = %q, want %q", got, want)
	}
}

func TestTruncate(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"short", 5, "short"},
		{"short", 0, ""},
		{"short", -1, ""},
		{"one two three four", 16, "one two three"},
		{"one two three four", 13, "one two three"}, // the cut is a boundary already
		{"one abcdefghijklmnopqrst", 20, "one abcdefghijklmnop"},
		{"ééé", 3, "é"},
		{"\U0001F680x", 3, ""},
	} {
		if got := Truncate(tc.in, tc.n); got != tc.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain", "a\r\u200b\nb", "\xff\xfe", "e\u0301\u202e", "\u1100\u1161\u11a8", strings.Repeat("\u0301", 40), "\u212b\u2126\u037e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Errorf("Clean(%q) = %q is not valid UTF-8 in NFC", s, got)
		}
		if again := Clean(got); again != got {
			t.Errorf("Clean(%q) = %q, cleaned again %q", s, got, again)
		}
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) && r != '\u200d' {
				t.Errorf("Clean(%q) keeps %U", s, r)
			}
		}
	})
}

func TestFirstRunes(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in   string
		n    int
		want string
	}{
		{"", 0, ""},
		{"", 3, ""},
		{"abc", 0, ""},
		{"abc", 2, "ab"},
		{"abc", 3, "abc"},
		{"abc", 4, "abc"},
		{"où est", 2, "où"},
		{"мир", 1, "м"},
		{"🇬🇧", 1, "🇬"},
		{"a\xffb", 2, "a\xff"},
	} {
		if got := FirstRunes(tc.in, tc.n); got != tc.want {
			t.Errorf("FirstRunes(%q, %d) = %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}

func FuzzTruncate(f *testing.F) {
	f.Add("one two three", 8)
	f.Add("ééé", 3)
	f.Add("\x80\x80\x80", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := Truncate(s, n)
		if !strings.HasPrefix(s, got) || len(got) > max(n, 0) && len(got) < len(s) {
			t.Errorf("Truncate(%q, %d) = %q", s, n, got)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Truncate(%q, %d) = %q splits a rune", s, n, got)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	s := strings.Repeat("Trump’s talks — “historic” — lasted nearly three hours.\r\n", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Clean(s)
	}
}
