package render

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"sherpa/bot/payload"
)

func plainFooter(n, all int) string { return small(strings.Repeat("p", n) + strings.Repeat("q", all)) }

// seen is what readers see of Markdown that this package wrote, without white
// space: no backslashes, no signs of quotations and no invisible characters.
func seen(markdown string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(markdown, "\n") {
		line = strings.TrimPrefix(line, "> ")
		escaped := false
		for _, r := range line {
			if r == '\\' && !escaped {
				escaped = true
				continue
			}
			escaped = false
			if !unicode.IsSpace(r) && r != '\u200b' {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// pieces are what texts are made of in tests: words of several scripts,
// characters of many code points, Markdown, and quotations.
var pieces = []string{
	"word", "Wort.", "слово", "это", "会议", "持续了三个小时。", "アラスカ", "「会談」", "שלום", "مرحبا", "👩‍👩‍👧‍👦", "🇺🇦", "é", "e\u0301\u0302", "**bold**",
	"[a](http://b.c)", "```", "@everyone", "# x", "- y", "1.", ">", "||", "“so he said”", "„ja“", "«oui»", "\"no\"", "a.b", "don’t", "\n", "\n\n", "http://x.y/z", "_", "\\",
}

// texting draws a text of some pieces, said as often as one of times. As every block
// that is shown, it has more than white space.
func texting(times ...int) *rapid.Generator[string] {
	pieced := rapid.Custom(func(t *rapid.T) string {
		gap := rapid.SampledFrom([]string{"", " ", " ", ". "}).Draw(t, "gap")
		some := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 25).Draw(t, "pieces"), gap)
		return strings.Repeat(some+gap, rapid.SampledFrom(times).Draw(t, "times"))
	})
	return pieced.Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
}

// Whatever is laid out: every page is one that Discord takes, has its footer and
// nothing broken, and together they show all of it in order.
func TestPaginateKeepsEverything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var blocks []block
		var want strings.Builder
		for range rapid.IntRange(1, 8).Draw(t, "blocks") {
			b := block{text: texting(1, 9, 40, 150).Draw(t, "text"), show: rapid.SampledFrom([]func(string) string{quote, escape}).Draw(t, "show")}
			b.tail = rapid.SampledFrom([]string{"", " [1]", " [1][23]"}).Draw(t, "tail")
			b.gap, b.keep = rapid.Bool().Draw(t, "gap"), rapid.Bool().Draw(t, "keep")
			blocks = append(blocks, b)
			want.WriteString(seen(escape(b.text) + b.tail))
		}
		pages := paginate(blocks, plainFooter)
		var got strings.Builder
		for i, p := range pages {
			footer := plainFooter(i+1, len(pages))
			if !strings.HasSuffix(p, "\n"+footer) || runes(p) > softLimit {
				t.Fatalf("page %d has %d characters and ends in %q", i+1, runes(p), p[max(0, len(p)-len(footer)-9):])
			}
			if err := (payload.Message{Content: p}).Check(); err != nil {
				t.Fatal(err)
			}
			got.WriteString(seen(strings.TrimSuffix(p, footer)))
		}
		if got.String() != want.String() {
			t.Fatal(cmp.Diff(want.String(), got.String()))
		}
	})
}

// Short statements with their citations are never parted, nor are quotations.
func TestPaginateKeepsStatementsTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		statements := rapid.SliceOfN(texting(1, 2, 4), 5, 60).Draw(t, "statements")
		blocks := make([]block, len(statements))
		for i, s := range statements {
			blocks[i] = quotation(s, marks([]int{i + 1})).apart()
		}
		at := 0
		for _, page := range paginate(blocks, plainFooter) {
			for at < len(blocks) && strings.Contains(page, blocks[at].markdown()) {
				at++
			}
		}
		if at != len(blocks) {
			t.Fatalf("statement %d stands on no page", at+1)
		}
	})
}

func TestCutAt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"between sentences", "The first one. The second one is here. And so on", 40, "The first one. The second one is here. "},
		{"between words", "there is no sentence in here", 12, "there is no "},
		{"between characters", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 16, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"},
		{"not in an accent", "e\u0301e\u0301e\u0301", 3, "e\u0301"},
		{"between Chinese sentences", "他们谈了三个小时。会议结束了。然后他们走了", 17, "他们谈了三个小时。会议结束了。"},
		{"not in a quotation", "He said “it is over. We go home.” And left", 30, "He said "},
		{"not in a German one", "Er sagte: „Es ist vorbei, wir gehen.“ Dann ging er", 30, "Er sagte: "},
		{"not in a Chinese one", "他说「会议已经结束了」", 6, "他说"},
		{"a quotation that is too long", "“one two three four five”", 12, "“one two "},
		{"an apostrophe opens nothing", "‘tis the day that they don’t like", 20, "‘tis the day that "},
		{"a mark alone opens nothing", "5\" of snow and more of it", 14, "5\" of snow "},
		{"between code points at last", "a" + strings.Repeat("\u0301", 9), 4, "a" + strings.Repeat("\u0301", 3)},
		{"nothing fits", "abc", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			at := cutAt(tt.text, tt.limit, func(s string) bool { return runes(s) <= tt.limit })
			if got := tt.text[:at]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{
		{"short", 5, "short"},
		{"a longer one", 9, "a longer…"},
		{"a longer one", 10, "a longer…"},
		{"👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 9, "👩‍👩‍👧‍👦…"},
	} {
		if got := shorten(tt.text, tt.n); got != tt.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}

// A heading is never the last thing on a page.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	t.Parallel()
	filling := strings.TrimSpace(strings.Repeat("fill ", 300))
	pages := paginate([]block{sentence(filling, ""), fixed("**Heading**").withNext(), sentence(strings.Repeat("next ", 30), "[1]")}, plainFooter)
	if len(pages) != 2 || !strings.HasPrefix(pages[1], "**Heading**\nnext") {
		t.Errorf("%d pages, of which the second begins %q", len(pages), pages[len(pages)-1][:20])
	}
}

func FuzzPaginate(f *testing.F) {
	for _, seed := range []string{
		strings.Repeat("A sentence “with a quotation” in it. ", 200), strings.Repeat("会议持续了三个小时。", 400),
		strings.Repeat("👩‍👩‍👧‍👦", 900), strings.Repeat("שלום עולם. ", 400), strings.Repeat("`", 5000), strings.Repeat("a\u0301", 2500), strings.Repeat("“", 3000), "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got strings.Builder
		pages := paginate([]block{quotation(s, "[1]")}, plainFooter)
		for i, p := range pages {
			if err := (payload.Message{Content: p}).Check(); err != nil {
				t.Fatal(err)
			}
			got.WriteString(seen(strings.TrimSuffix(p, plainFooter(i+1, len(pages)))))
		}
		if want := seen(escape(s)); !sameButForLost(want, strings.TrimSuffix(got.String(), "[1]")) {
			t.Errorf("shown %q instead of %q", got.String(), want)
		}
	})
}

// sameButForLost compares what is seen but for invisible joiners and composed
// letters, which depend on their neighbours: a text of thousands of accents on
// one letter can only be cut between them.
func sameButForLost(want, got string) bool {
	plain := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == '\u200d' || unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
	}
	return plain(want) == plain(got)
}
