package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		norms    []string
	}{
		{"empty", "", nil},
		{"no words", " \n—…!☎ ", nil},
		{"sentence", "The talks ended.", []string{"the", "talks", "ended"}},
		{"possessives", "Trump’s Putin's Biden‘s James’ plan", []string{"trump", "putin", "biden", "james", "plan"}},
		{"possessive of an acronym", "the U.S.’s and NATO's", []string{"the", "usa", "and", "nato"}},
		{"possessive of a year", "2015's", []string{"2015"}},
		{"apostrophes inside", "O’Brien don't rock'n'roll d′Estaing", []string{"o'brien", "don't", "rock'n'roll", "d'estaing"}},
		{"apostrophe that is a letter to Unicode", "Oʼbrien ʼtis", []string{"o'brien", "tis"}},
		{"quotation marks are not apostrophes", "'Yes' ‘no’", []string{"yes", "no"}},
		{"the country and the pronoun", "U.S. US U.S us Us", []string{"usa", "usa", "usa", "us", "us"}},
		{"acronyms", "U.K. N.A.T.O. p.m. e.g. J.D. Vance", []string{"uk", "nato", "pm", "eg", "jd", "vance"}},
		{"a point that ends a sentence is no acronym's", "Plan A. It", []string{"plan", "a", "it"}},
		{"hyphens split", "cease-fire Elmendorf–Richardson", []string{"cease", "fire", "elmendorf", "richardson"}},
		{"numbers", "1,200 1.2 3,559,000 1,20,000", []string{"1,200", "1.2", "3,559,000", "1,20,000"}},
		{"lists of numbers", "2014,2015 1,5 3,", []string{"2014", "2015", "1", "5", "3"}},
		{"number and point", "in 2015.", []string{"in", "2015"}},
		{"no space after the point", "ended.The", []string{"ended", "the"}},
		{"accents", "Café Cafe\u0301", []string{"cafe", "cafe"}},
		{"Chinese", "普京会谈", []string{"普", "京", "会", "谈"}},
		{"Japanese, marks with their letters", "か\u3099ん", []string{"が", "ん"}},
		{"Thai, marks with their letters", "ที่นี่", []string{"ที่", "นี่"}},
		{"scripts side by side", "G7峰会2025", []string{"g7", "峰", "会", "2025"}},
		{"Hindi", "हिन्दी में", []string{"हिन्दी", "में"}},
		{"marks alone are no words", "❤\ufe0f \u0301", nil},
		{"Korean", "한국 대통령", []string{"한국", "대통령"}},
		{"invalid bytes", "a\xffb", []string{"a", "b"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, w := range Words(tc.in) {
				got = append(got, w.Norm)
			}
			if diff := cmp.Diff(tc.norms, got); diff != "" {
				t.Errorf("Words(%q) (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

func TestWordPlaces(t *testing.T) {
	t.Parallel()
	s := "In “Trump’s” 2025 plan"
	want := []Word{
		{Span{0, 2}, "In", "in"},
		{Span{6, 15}, "Trump", "trump"},
		{Span{19, 23}, "2025", "2025"},
		{Span{24, 28}, "plan", "plan"},
	}
	words := Words(s)
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("Words(%q) (-want +got):\n%s", s, diff)
	}
	if !words[1].IsCapital() || words[3].IsCapital() || !words[2].IsNumeric() || words[1].IsNumeric() {
		t.Error("capitals or numbers are not told apart")
	}
}

func TestHasUnspaced(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{"": false, "Latin, Кириллица, 한국": false, "in 北京": true, "ไทย": true, "カナ": true, "ខ្មែរ": true} {
		if got := HasUnspaced(s); got != want {
			t.Errorf("HasUnspaced(%q) = %v", s, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Trump’s U.S. talks, 1,200 p.m.", "普京ที่か\u3099", "❤\ufe0f", "a.b.c.", "1,,2,3", "ʼs", "x’s’s", "\xff.a.", "é\u0301.b."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := Words(s)
		end := 0
		for _, w := range words {
			if w.Start < end || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("Words(%q): %+v after %d", s, w.Span, end)
			}
			if !strings.HasPrefix(w.Of(s), w.Text) || w.Text == "" || w.Norm == "" {
				t.Fatalf("Words(%q): %q with the text %q and norm %q", s, w.Of(s), w.Text, w.Norm)
			}
			if utf8.ValidString(s) && !utf8.ValidString(w.Text) {
				t.Fatalf("Words(%q): %q splits a rune", s, w.Text)
			}
			end = w.End
		}
		if n := CountWords(s); n != len(words) {
			t.Fatalf("CountWords(%q) = %d, Words has %d", s, n, len(words))
		}
	})
}

// hostile are lines on which careless code takes time that grows with the square
// of their length.
var hostile = map[string]string{
	"opening quotation marks": "“", "quotations that never close": "“A. ", "quotation marks": `" `, "straight quotations": `"A. `,
	"points": ".", "points and spaces": ". ", "initials": "A.B.C.D.", "initials and spaces": "A. B. ", "closed initials": "A.” ",
	"a point before closing marks": "”", "numbers": "1. ", "digits": "1", "commas": "1,", "short sentences": "Ab. ", "letters": "a", "marks": "- . ",
	"accents": "\u0301", "abbreviations": "Mr. ", "apostrophes": "a’", "acronyms": "a.", "no spaces": "ab.Ab", "Chinese": "中。",
}

const (
	hostileSize = 1 << 19
	// hostileLimit leaves room for the race detector and a busy machine; on an
	// idle one every line takes less than a second.
	hostileLimit = 10 * time.Second
)

func TestHostileLines(t *testing.T) {
	t.Parallel()
	for name, part := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			line := "." + strings.Repeat(part, hostileSize/len(part))
			for what, split := range map[string]func(){
				"Sentences": func() { Sentences(line) }, "Words": func() { Words(line) }, "Clean": func() { Clean(line) },
			} {
				start := time.Now()
				split()
				if took := time.Since(start); took > hostileLimit {
					t.Errorf("%s took %v", what, took)
				}
			}
		})
	}
}

func BenchmarkWords(b *testing.B) {
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		Words(article)
	}
}

func BenchmarkCountWords(b *testing.B) {
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		CountWords(article)
	}
}

// article is text as news has it, for measuring.
var article = strings.Repeat("Mr. Smith of the U.S. said on Friday, Aug. 15, that the talks “lasted nearly three hours. They were productive.” "+
	"About 3,559 people gathered at 7 p.m. outside the city’s cease-fire monument. Who came? Nobody knows.\n", 50)
