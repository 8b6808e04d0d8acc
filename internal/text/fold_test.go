package text

import (
	"testing"
	"unicode"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"folded", "summit", "summit"},
		{"capitals", "SummIT", "summit"},
		{"accents", "Zażółć Café Đà Nẵng", "zazołc cafe đa nang"},
		{"decomposed accents", "Cafe\u0301", "cafe"},
		{"letters that the index keeps", "Łódź Søren Straße", "łodz søren straße"},
		{"dotted capital I", "İstanbul", "istanbul"},
		{"apostrophes", "Putin’s ‘x’ ʼ ′ ` ´ ＇", "putin's 'x' ' ' ' ' '"},
		{"ASCII apostrophe", "`X`", "'x'"},
		{"quotation marks", "“a” „b‟ «c» ″", `"a" "b‟ "c" "`},
		{"dashes", "a–b—c‑d−e", "a-b-c-d-e"},
		{"Cyrillic keeps its letters", "Новый ещё", "новый ещё"},
		{"Cyrillic stress", "Пу\u0301тин", "путин"},
		{"Greek", "Σύνοδος ΟΔΟΣ", "σύνοδοσ οδοσ"},
		{"Korean", "한국", "한국"},
		{"Japanese", "がんばる", "がんばる"},
		{"Hindi", "हिन्दी", "हिन्दी"},
		{"Arabic", "الرئيس", "الرئيس"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := Fold(tc.in); got != tc.want {
				t.Errorf("Fold(%q) = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

// Every single character must fold to something that stays.
func TestFoldEveryRune(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := Fold(string(r))
		if again := Fold(once); again != once {
			t.Errorf("Fold(%U) = %q, folded again %q", r, once, again)
		}
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	for _, r := range "'’‘ʼ′`´＇" {
		if !IsApostrophe(r) || IsDash(r) {
			t.Errorf("%q is not taken as an apostrophe", r)
		}
	}
	for _, r := range "-‐‑‒–—―−" {
		if !IsDash(r) || IsApostrophe(r) {
			t.Errorf("%q is not taken as a dash", r)
		}
	}
	for _, r := range "a.,\"“_" {
		if IsDash(r) || IsApostrophe(r) {
			t.Errorf("%q is taken as a dash or an apostrophe", r)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Plain", "Café", "हिन्दी", "한국", "α\u0331\u0301\u030a", "\u0301e", "i\u0307", "\xff\u0301", "Σ", "и\u0306\u0301", "\u1100\u0301\u1161", "0\xf5ǵ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if again := Fold(once); again != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, again)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	words := []string{"summit", "Putin", "Zelenskyy’s", "Café", "Новый"}
	for b.Loop() {
		for _, w := range words {
			Fold(w)
		}
	}
}
