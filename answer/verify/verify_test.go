package verify_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/verify"
)

func TestVerify(t *testing.T) {
	t.Parallel()
	const (
		villages = "Kyiv also reported that Ukrainian forces had retaken six villages on the eastern front in recent days."
		talks    = "The talks lasted nearly three hours, and Trump called them “very productive”."
		absent   = "Ukrainian President Volodymyr Zelenskyy was excluded from the summit."
		table    = "Treasury Secretary Scott Bessent and Secretary of State Marco Rubio joined Trump on Friday, August 15, 2025."
		control  = "Russia controls about one-fifth of Ukraine, which covers 233,000 square miles and cost $1.5 billion."
		deal     = "No formal agreement was reached, and Putin said that he would not cede anything."
	)
	for name, tc := range map[string]struct {
		sentence string
		spans    []string
		want     []verify.FailureKind
	}{
		"the same":                     {villages, []string{villages}, nil},
		"figures for words":            {"Ukraine says it took back 6 villages.", []string{villages}, nil},
		"another number":               {"Ukraine says it took back 16 villages.", []string{villages}, []verify.FailureKind{verify.FailedNumber}},
		"an opposite":                  {"Kyiv reported six villages lost on the western front.", []string{villages}, []verify.FailureKind{verify.FailedNegation, verify.FailedNegation}},
		"the figure without its hedge": {"The talks lasted three hours.", []string{talks}, nil},
		"the other hedge":              {"The talks lasted more than three hours.", []string{talks}, []verify.FailureKind{verify.FailedDuration}},
		"minutes for hours":            {"The talks lasted 175 minutes.", []string{talks}, nil},
		"a quotation in other marks":   {`Trump called them "very productive."`, []string{talks}, nil},
		"a misquotation":               {"Trump called them “extremely productive”.", []string{talks}, []verify.FailureKind{verify.FailedQuote}},
		"another spelling of a name":   {"Zelensky was not at the summit.", []string{absent}, nil},
		"another name":                 {"Ukrainian President Petro Poroshenko was excluded from the summit.", []string{absent}, []verify.FailureKind{verify.FailedName}},
		"present and excluded":         {"Zelenskyy was present at the summit.", []string{absent}, []verify.FailureKind{verify.FailedNegation}},
		"not excluded":                 {"Zelenskyy was not excluded from the summit.", []string{absent}, []verify.FailureKind{verify.FailedNegation}},
		"did not attend, was excluded": {"Zelenskyy did not attend the summit.", []string{absent}, nil},
		"the office of another":        {"Treasury Secretary Marco Rubio joined Trump.", []string{table}, []verify.FailureKind{verify.FailedName}},
		"a part of a date":             {"Rubio joined Trump in August 2025.", []string{table}, nil},
		"another weekday":              {"Rubio joined Trump on Saturday.", []string{table}, []verify.FailureKind{verify.FailedDate}},
		"a day that is not given":      {"Scott Bessent joined Trump at 9 p.m.", []string{table}, []verify.FailureKind{verify.FailedDate}},
		"a percentage for a fraction":  {"Russia controls 20 percent of Ukraine.", []string{control}, nil},
		"another percentage":           {"Russia controls 35 percent of Ukraine.", []string{control}, []verify.FailureKind{verify.FailedNumber}},
		"another sum":                  {"It cost $2.5 billion.", []string{control}, []verify.FailureKind{verify.FailedNumber}},
		"the people for the country":   {"Russian control extends to a fifth of Ukrainian land.", []string{control}, nil},
		"a negation dropped":           {"A formal agreement was reached.", []string{deal}, []verify.FailureKind{verify.FailedNegation}},
		"a negation in other words":    {"The two sides didn't reach any formal agreement.", []string{deal}, nil},
		"a negation of another matter": {"Putin said that he would not cede anything.", []string{deal}, nil},
		"who did it to whom":           {"Bessent thanked Rubio.", []string{"Rubio thanked Bessent."}, []verify.FailureKind{verify.FailedName}},
		"whose it is":                  {"Putin visited the graves of American pilots.", []string{"Putin visited the graves of Soviet pilots."}, []verify.FailureKind{verify.FailedName}},
		"facts of several spans":       {"Zelenskyy was excluded, and the talks lasted nearly three hours.", []string{absent, talks}, nil},
		"no span":                      {"The talks lasted three hours.", nil, []verify.FailureKind{verify.FailedDuration}},
		"nothing":                      {"", nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := verify.Sentence(tc.sentence, tc.spans)
			var kinds []verify.FailureKind
			for _, f := range got.Failures {
				kinds = append(kinds, f.Kind)
			}
			if diff := cmp.Diff(tc.want, kinds); diff != "" {
				t.Errorf("%+v\n%s", got.Failures, diff)
			}
		})
	}
}

func TestVerifySaysWhatStandsInstead(t *testing.T) {
	t.Parallel()
	got := verify.Sentence("The summit was held in Oslo for nine hours.", []string{"The summit was held in Anchorage for three hours."})
	want := []verify.Failure{
		{Kind: verify.FailedDuration, Words: "nine hours", Instead: "three hours"},
		{Kind: verify.FailedName, Words: "Oslo", Instead: "Anchorage"},
	}
	if diff := cmp.Diff(want, got.Failures); diff != "" {
		t.Error(diff)
	}
	if got.OK() {
		t.Error("a sentence with failures is OK")
	}
}

// TestVerifyIsBounded holds the largest texts that are read to a tenth of a
// second, with room for a slow machine.
func TestVerifyIsBounded(t *testing.T) {
	t.Parallel()
	for name, word := range map[string]string{"opposites": "attended ", "negations": "not ", "names": "Moscow ", "numbers": "7 ", "quotes": "“", "verbs": "Ann met ", "offices": "Defense Minister "} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			verify.Sentence(strings.Repeat(word, 1<<10/len(word)), []string{strings.Repeat("a excluded "+word, 16<<10/(len(word)+11))})
			if took := time.Since(start); took > time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
	got := verify.Sentence(strings.Repeat("talks ", 1000), nil)
	if len(got.Failures) != 1 || got.Failures[0].Kind != verify.FailedLength {
		t.Errorf("got %+v for a sentence of 6,000 bytes", got.Failures)
	}
}

func FuzzVerify(f *testing.F) {
	for _, s := range corpusSentences(f)[:20] {
		f.Add(s, s)
	}
	f.Add("", "")
	f.Add("“‘\"'«", "»'\"’”")
	f.Add("not no never n't", "No. Not. 1,2.3% $ £9m 99999999999999999999 years")
	f.Add("U.S. 19:00 GMT World War", "first World War II of the of")
	f.Add(strings.Repeat("not 7 Moscow ", 2000), "\xff\xfe“")
	f.Fuzz(func(t *testing.T, sentence, span string) {
		got := verify.Sentence(sentence, []string{span})
		if len(got.Failures) > len(sentence)+1 {
			t.Errorf("%d failures in %d bytes", len(got.Failures), len(sentence))
		}
		for _, fail := range got.Failures {
			if fail.Kind == "" || utf8.ValidString(sentence) && !utf8.ValidString(fail.Words) {
				t.Errorf("%+v", fail)
			}
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	sentences := corpusSentences(b)
	for i := 0; b.Loop(); i++ {
		s := sentences[i%len(sentences)]
		verify.Sentence(s, []string{s})
	}
}
