package translated_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/answer/verify/translated"
)

// translation is a sentence in another language than the spans that it cites.
type translation struct {
	Lang     string   `json:"lang"`
	Right    bool     `json:"right"`
	Wrong    string   `json:"wrong"`
	Sentence string   `json:"sentence"`
	Spans    []string `json:"spans"`
}

func translations(tb testing.TB, name string) []translation {
	tb.Helper()
	data, err := fs.ReadFile(os.DirFS("testdata"), name)
	if err != nil {
		tb.Fatal(err)
	}
	var all []translation
	for line := range strings.Lines(string(data)) {
		var t translation
		if err := json.Unmarshal([]byte(line), &t); err != nil {
			tb.Fatal(err)
		}
		all = append(all, t)
	}
	return all
}

// TestVerifyTranslatedHoldsItsFigures holds how many right sentences pass and
// that no wrong one does. translated.jsonl was written before the code and left
// alone; translated_dev.jsonl and translated_more.jsonl are what it was tuned
// with. On subjects that it was not tuned with, fewer pass, and some wrong ones
// that deny or turn round do.
func TestVerifyTranslatedHoldsItsFigures(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"translated_dev.jsonl", "translated.jsonl", "translated_more.jsonl"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			right, passed, wrong, missed := 0, 0, 0, 0
			for _, c := range translations(t, name) {
				got := translated.Sentence(c.Sentence, c.Lang, c.Spans)
				switch {
				case c.Right:
					right++
					if got.OK() {
						passed++
					} else {
						t.Logf("withheld, %s: %s\n%+v", c.Lang, c.Sentence, got.Failures)
					}
				default:
					wrong++
					if got.OK() {
						missed++
						t.Logf("passed, %s, %s: %s", c.Lang, c.Wrong, c.Sentence)
					}
				}
			}
			t.Logf("%d of %d right ones passed, %d of %d wrong ones", passed, right, missed, wrong)
			if right < 40 || passed*100 < right*80 || wrong < 40 || missed > 0 {
				t.Error("want 80 % of the right sentences to pass, and no wrong one")
			}
		})
	}
}

func FuzzVerifyTranslated(f *testing.F) {
	for _, name := range []string{"translated_dev.jsonl", "translated.jsonl", "translated_more.jsonl"} {
		for _, c := range translations(f, name) {
			f.Add(c.Sentence, c.Lang, c.Spans[0])
		}
	}
	for _, lang := range []string{"", "xx", "en", "fr", "de", "ru"} {
		f.Add("»l'«“„‘\"", lang, "“")
		f.Add("1.000,5 1,2,3.4 99999999999999999999 mil mil mil 31/31/9999 24h99 3 ч 2. 1980er", lang, "\xff\xfe'")
		f.Add("einundeinundzwanzig tausendhunderttausend einhalbeinhalb Ministerminister", lang, "not no never n't")
	}
	f.Fuzz(func(t *testing.T, sentence, lang, span string) {
		got := translated.Sentence(sentence, lang, []string{span})
		if len(got.Failures) > 2*len(sentence)+2 {
			t.Errorf("%d failures in %d bytes", len(got.Failures), len(sentence))
		}
		for _, fail := range got.Failures {
			if fail.Kind == "" || utf8.ValidString(sentence) && !utf8.ValidString(fail.Words) {
				t.Errorf("%+v", fail)
			}
		}
	})
}

// BenchmarkVerifyTranslated verifies an answer of five sentences.
func BenchmarkVerifyTranslated(b *testing.B) {
	all := translations(b, "translated.jsonl")
	for i := 0; b.Loop(); i++ {
		for k := range 5 {
			c := all[(5*i+k)%len(all)]
			translated.Sentence(c.Sentence, c.Lang, c.Spans)
		}
	}
}
