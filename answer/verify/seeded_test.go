package verify_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"sherpa/answer/verify"
	"sherpa/corpus"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// corpusSentences are the sentences of the embedded briefs.
func corpusSentences(tb testing.TB) []string {
	tb.Helper()
	var all []string
	files, err := fs.Glob(corpus.FS, "*.md")
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(corpus.FS, name)
		if err != nil {
			tb.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
		for _, sp := range text.Sentences(body) {
			if s := sp.Of(body); !strings.HasPrefix(s, "#") {
				all = append(all, s)
			}
		}
	}
	return all
}

// seeded is a sentence with one error.
type seeded struct {
	kind             verify.FailureKind
	sentence, source string
}

var (
	figureSwaps = map[string]string{
		"one": "seven", "two": "nine", "three": "five", "six": "eleven", "eight": "four", "first": "fourth", "third": "sixth", "24": "36", "1.2": "3.4", "2015": "2009",
		"2014": "2011", "2022": "2021", "2024": "2020", "2025": "2023", "2026": "2029", "1867": "1876", "19": "22", "half": "quarter", "few": "fifty", "fifth": "third",
		"February": "October", "August": "November", "May": "December", "July": "January", "Friday": "Tuesday", "Saturday": "Wednesday", "Thursday": "Sunday",
	}
	otherNames = []string{"Angela Merkel", "Vilnius", "Keir Starmer", "Nebraska"}
	people     = map[string]bool{"trump": true, "putin": true, "zelensky": true, "zelenskyy": true, "zelenskiy": true}
	quoted     = regexp.MustCompile(`“([^”]+)”`)
	auxiliary  = regexp.MustCompile(` (was|were|is|are|had|has|would|will|could|did) ([a-z]+)`)
	negation   = regexp.MustCompile(`(^| )(not|no|No) `)
)

// seedErrors makes every sentence wrong in each way that it can be.
func seedErrors(sentences []string) []seeded {
	var all []seeded
	for n, s := range sentences {
		all = append(all, changedValues(s)...)
		all = append(all, changedNames(s, n)...)
		for _, m := range quoted.FindAllStringSubmatchIndex(s, -1) {
			words := strings.Fields(s[m[2]:m[3]])
			words[len(words)/2] = "whatever"
			all = append(all, seeded{verify.FailedQuote, s[:m[2]] + strings.Join(words, " ") + s[m[3]:], s})
		}
		plain := quoted.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat("_", len(q)) })
		if m := negation.FindStringIndex(plain); m != nil {
			all = append(all, seeded{verify.FailedNegation, s[:m[0]] + " " + s[m[1]:], s})
		} else if m := auxiliary.FindStringSubmatchIndex(plain); m != nil {
			all = append(all, seeded{verify.FailedNegation, s[:m[3]] + " not" + s[m[3]:], s})
		}
	}
	return all
}

// changedValues changes one figure, month or day of every value.
func changedValues(s string) []seeded {
	var all []seeded
	for _, v := range value.Find(s) {
		for _, w := range text.Words(v.Of(s)) {
			swap, ok := figureSwaps[w.Text]
			if !ok {
				continue
			}
			at := v.Start + w.Start
			kind := verify.FailedNumber
			switch v.Kind {
			case value.Date, value.Clock:
				kind = verify.FailedDate
			case value.Duration:
				kind = verify.FailedDuration
			}
			all = append(all, seeded{kind, s[:at] + swap + s[at+len(w.Text):], s})
			break
		}
	}
	return all
}

// changedNames puts another name in the place of each.
func changedNames(s string, n int) []seeded {
	var all []seeded
	for i, name := range value.Names(s, text.Words(s)) {
		other := otherNames[(n+i)%len(otherNames)]
		switch word := text.Fold(name.Of(s)); {
		case text.IsCountry(word) && strings.HasSuffix(word, "n"):
			other = "Canadian"
		case name.Initial && name.Next-name.First == 1 && !text.IsCountry(word) && !people[word]:
			continue // the first word may be capital only by its place
		}
		all = append(all, seeded{verify.FailedName, s[:name.Start] + other + s[name.End:], s})
	}
	return all
}

func TestVerifyCatchesSeededErrors(t *testing.T) {
	t.Parallel()
	caught, all := map[verify.FailureKind]int{}, map[verify.FailureKind]int{}
	total, found := 0, 0
	for _, c := range seedErrors(corpusSentences(t)) {
		all[c.kind]++
		total++
		got := verify.Sentence(c.sentence, []string{c.source})
		if got.OK() {
			t.Logf("missed %s: %s", c.kind, c.sentence)
			continue
		}
		caught[c.kind]++
		found++
	}
	t.Logf("%d of %d caught: %v of %v", found, total, caught, all)
	if total < 300 {
		t.Errorf("only %d errors could be seeded, want 300", total)
	}
	if found*100 < total*98 {
		t.Errorf("caught %d of %d seeded errors, want 98 %%", found, total)
	}
}

// lightEdits say the same in slightly other words.
var lightEdits = []struct{ old, new string }{
	{"“", `"`},
	{"three hours", "3 hours"},
	{"U.S. ", "American "},
	{"United States", "US"},
	{"Zelensky", "Zelenskyy"},
	{"Zelenskiy", "Zelensky"},
	{"Zelenskyy", "Zelensky"},
	{"did not", "didn't"},
	{"six villages", "6 villages"},
	{"Russian President Vladimir Putin", "Russia's president Vladimir Putin"},
	{"Secretary of State Marco Rubio", "Marco Rubio"},
	{"eight decades", "80 years"},
	{"one-fifth", "a fifth"},
	{"1.2 million", "1,200,000"},
	{"said", "stated"},
	{"Yury", "Yuri"},
	{"Sergey", "Sergei"},
	{"President ", "president "},
	{"cease-fire", "ceasefire"},
	{"–", "-"},
	{"a few minutes", "few minutes"},
	{"24 hours", "twenty-four hours"},
	{", according to Trump", ""},
	{"for now", "at present"},
	{"ready", "prepared"},
	{"met", "had met"},
	{"the summit", "the meeting"},
}

func TestVerifyPassesWhatIsSaid(t *testing.T) {
	t.Parallel()
	passed, total := 0, 0
	check := func(sentence, source string) {
		total++
		if got := verify.Sentence(sentence, []string{source}); got.OK() {
			passed++
		} else {
			t.Logf("dropped %v: %s", got.Failures, sentence)
		}
	}
	for _, s := range corpusSentences(t) {
		check(s, s)
		for _, e := range lightEdits {
			if edited := strings.ReplaceAll(s, e.old, e.new); edited != s {
				check(edited, s)
			}
		}
		if head, _, ok := strings.Cut(s, ", and "); ok && len(head) > 40 && strings.Count(head, "“") == strings.Count(head, "”") {
			check(head+".", s)
		}
	}
	t.Logf("%d of %d passed", passed, total)
	if passed*100 < total*95 {
		t.Errorf("passed %d of %d sentences that say the same, want 95 %%", passed, total)
	}
}
