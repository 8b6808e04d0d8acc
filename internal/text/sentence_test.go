package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		want []string // joined by one space they are the text
	}{
		{"plain", []string{"The talks ended.", "Nobody spoke!", "Why?", "It was late"}},
		{"titles", []string{"Mr. Smith met Mrs. Jones, Dr. Lee and Gen. Gray vs. Sen. Hall.", "They spoke."}},
		{"a country within", []string{"The U.S. President met the U.K. delegation in Washington, D.C. on Friday.", "He spoke."}},
		{"a country at the end", []string{"He flew to the U.S.", "The talks began."}},
		{"months", []string{"They met on Jan. 5 and Aug. 15, 2025.", "Nothing came of it."}},
		{"initials", []string{"George W. Bush met J. D. Vance and J.R.R. Tolkien.", "They talked."}},
		{"times", []string{"It began at 7 p.m. Friday and ended at 9 p.m. ET.", "He left."}},
		{"a time at the end", []string{"It began at 7 p.m.", "The guests left."}},
		{"numbered", []string{"He won No. 5 and saw fig. 3 of vol. 2.", "It was over."}},
		{"no is a word", []string{"The answer was no.", "They left."}},
		{"firms", []string{"Apple Inc. said so.", "Ford Motor Co. agreed."}},
		{"decimals", []string{"Prices rose 3.5 percent to $1.2 million.", "Then .5 more."}},
		{"digits first", []string{"The talks ended.", "35 countries signed."}},
		{"ellipsis", []string{"He waited... and waited … in vain.", "He left…", "Then came more."}},
		{"quotation kept together", []string{"“We met. We talked. It was good,” he said.", "She agreed."}},
		{"straight quotation kept together", []string{`"We met. We talked," he said.`, `Then: "Go."`, "They left."}},
		{"inches open no quotation", []string{`He is 6'2" tall.`, "She is not."}},
		{"quotation at the end", []string{"He said: “It ended.”", "Then he left."}},
		{"question in a quotation", []string{"“Will it end?” he asked.", "“No!” she cried."}},
		{"brackets", []string{"He (Putin) left.", "(He returned.)", "[All of it.]", "Good."}},
		{"what follows is small", []string{"Yahoo! said so, e.g. on eBay vs. others etc. and left."}},
		{"capital after a small mark", []string{"It ended. – he said so.", "Good."}},
		{"no white space after the point is told from hosts", []string{"See example.com/index.html or Node.js today.", "Good."}},
		{"list", []string{"1. Ceasefire", "2. Talks"}},
		{"several marks", []string{"What?!", "No!!!", "Yes."}},
		{"et al.", []string{"Smith et al. reported it.", "Others did not."}},
		{"Hindi", []string{"वार्ता समाप्त।", "सब चले गए।"}},
		{"Arabic", []string{"هل انتهى؟", "نعم."}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			sep := " "
			if tc.name == "list" {
				sep = "\n"
			}
			if diff := cmp.Diff(tc.want, sentencesOf(strings.Join(tc.want, sep))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentencesWithoutSpaces(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \n\n ", nil},
		{"普京抵达。会谈开始！“结束。”是的。", []string{"普京抵达。", "会谈开始！", "“结束。”", "是的。"}},
		{"The talks ended.The guests left.“We met.”They left.", []string{"The talks ended.", "The guests left.", "“We met.”", "They left."}},
		{"A HEADING\n\nThe text.\n  More text  \n", []string{"A HEADING", "The text.", "More text"}},
		{"broken\nline.", []string{"broken", "line."}},
		{"“An open\nquotation here.” Yes.", []string{"“An open", "quotation here.”", "Yes."}},
	} {
		if diff := cmp.Diff(tc.want, sentencesOf(tc.in)); diff != "" {
			t.Errorf("Sentences(%q) (-want +got):\n%s", tc.in, diff)
		}
	}
}

// A quotation holds sentences together only if it ends within the limit.
func TestLongQuotations(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     int
	}{
		{"within the limit", "“" + strings.Repeat("We talked. ", 20) + "Yes.” He left.", 2},
		{"never closed", "“We met. We talked. We left.", 3},
		{"closed on another line", "“We met. We talked.\nWe left.”", 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := sentencesOf(tc.in); len(got) != tc.want {
				t.Errorf("Sentences = %q, want %d", got, tc.want)
			}
		})
	}
}

func TestQuotationPastTheLimit(t *testing.T) {
	t.Parallel()
	got := sentencesOf("“" + strings.Repeat("We talked. ", 60) + "Yes.” He left.")
	if got[0] != "“We talked." || got[len(got)-1] != "He left." {
		t.Errorf("Sentences = %q", got)
	}
	for _, s := range got {
		if len(s) > maxQuotedSentence {
			t.Errorf("%q is longer than the limit", s)
		}
	}
}

func TestLongLine(t *testing.T) {
	t.Parallel()
	line := strings.Repeat("word ", 1<<16)
	if got := Sentences(line); len(got) != 1 || got[0].End != len(line)-1 {
		t.Errorf("Sentences = %v", got)
	}
}

func sentencesOf(s string) []string {
	var out []string
	for _, sp := range Sentences(s) {
		out = append(out, sp.Of(s))
	}
	return out
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"", "One. Two! “Three. Four.” Five?", "Mr. A. B. c.", "1. a\n2. b", "普京。会谈", "“““. ”””", "\xff. A", ". . .", "… A…", "p.m. The", `"A. B" c`, "a\u2028b. C",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, sp := range Sentences(s) {
			if sp.Start < end || sp.End <= sp.Start || sp.End > len(s) {
				t.Fatalf("Sentences(%q): %v after %d", s, sp, end)
			}
			if body := sp.Of(s); strings.TrimFunc(body, unicode.IsSpace) != body || utf8.ValidString(s) && !utf8.ValidString(body) {
				t.Fatalf("Sentences(%q): %q is not trimmed or splits a rune", s, body)
			}
			if gap := s[end:sp.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("Sentences(%q) leave out %q", s, gap)
			}
			end = sp.End
		}
		if strings.TrimSpace(s[end:]) != "" {
			t.Fatalf("Sentences(%q) leave out %q", s, s[end:])
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		Sentences(article)
	}
}
