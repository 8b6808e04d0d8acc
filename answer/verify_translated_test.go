package answer_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"sherpa/answer"
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
	file, err := os.Open("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var all []translation
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var t translation
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			tb.Fatal(err)
		}
		all = append(all, t)
	}
	return all
}

// TestVerifyTranslatedHoldsItsFigures holds how many right sentences pass and
// that no wrong one does. translated_dev.jsonl is what the vocabulary was tuned
// with, translated.jsonl was written before and left alone.
func TestVerifyTranslatedHoldsItsFigures(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"translated_dev.jsonl", "translated.jsonl"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			right, passed, wrong, missed := 0, 0, 0, 0
			for _, c := range translations(t, name) {
				got := answer.VerifyTranslated(c.Sentence, c.Lang, c.Spans)
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
			if right != 50 || passed < 40 || wrong != 50 || missed > 0 {
				t.Error("want 40 of 50 right sentences to pass, and none of 50 wrong ones")
			}
		})
	}
}
