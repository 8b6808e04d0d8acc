package translated

import (
	"strings"
	"testing"
	"time"

	"sherpa/answer/verify"
)

// TestVerifyTranslatedIsBounded holds the largest texts that are read to a tenth
// of a second, with room for a slow machine.
func TestVerifyTranslatedIsBounded(t *testing.T) {
	t.Parallel()
	limit := time.Second
	if raced {
		limit *= 10
	}
	for name, word := range map[string]string{
		"names": "Москва ", "numbers": "7 ", "words of numbers": "zweihundert", "scales": "mil ", "compounds": "Donaudampfschiff", "quotes": "“", "negations": "не ", "clauses": "не, ",
		"elisions": "l'", "dates": "7 de mayo de ", "sounds": "Щ", "phrases": "нидерландский сектор ", "ministers": "ministro de Defensa Ana ", "deeds": "Ana agradeció Bo ",
	} {
		for _, lang := range []string{"en", "es", "fr", "de", "ru", "uk"} {
			start := time.Now()
			Sentence(strings.Repeat(word, 1<<10/len(word)), lang, []string{strings.Repeat("no "+word, 16<<10/(len(word)+3))})
			if took := time.Since(start); took > limit {
				t.Errorf("%s in %s took %v", name, lang, took)
			}
		}
	}
	got := Sentence(strings.Repeat("talks ", 1000), "de", nil)
	if len(got.Failures) != 1 || got.Failures[0].Kind != verify.FailedLength {
		t.Errorf("got %+v for a sentence of 6,000 bytes", got.Failures)
	}
}
