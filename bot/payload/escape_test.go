package payload

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

func TestEscape(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"plain", "The talks (of 3.5 hours) ended at 10:30; and/or - not.", "The talks (of 3.5 hours) ended at 10:30; and/or - not."},
		{"everyone", "@everyone @here @Everyone", "\\@\u200beveryone \\@\u200bhere \\@\u200bEveryone"},
		{"hidden everyone", "@every\u200bone", "\\@\u200beveryone"},
		{"users, roles, channels", "<@1> <@!1> <@&1> <#1>", `\<\@1\> \<\@!1\> \<\@&1\> \<\#1\>`},
		{"commands and guides", "</ask:1> <id:guide>", `\</ask:1\> \<id:guide\>`},
		{"times and emoji", "<t:0:R> <:a:1> :tada:", `\<t\:0:R\> \<\:a:1\> \:tada:`},
		{"links", "[x](http://evil.com) <http://e.com/>", `\[x\](http\://evil.com) \<http\://e.com\/\>`},
		{"addresses", "https://bbc.co.uk/news discord.gg/abc", `https\://bbc.co.uk\/news discord.gg\/abc`},
		{"emphasis", "*a* _b_ ~~c~~ ||d|| `e`", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`"},
		{"breaking out of code", "```go\nx", "\\`\\`\\`go\nx"},
		{"headings", "# a\n## b\n-# c\n - # d", "\\# a\n\\#\\# b\n\\-\\# c\n \\- \\# d"},
		{"quotations", "> a\n>>> b", "\\> a\n\\>\\>\\> b"},
		{"lists", "- a\n+ b\n* c\n1. d\n12) e\n16. August", "\\- a\n\\+ b\n\\* c\n1\\. d\n12\\) e\n16\\. August"},
		{"no lists", "a - b\n1.5 km\nNo 1. b\n-", "a - b\n1.5 km\nNo 1. b\n\\-"},
		{"backslashes", `\*a\*`, `\\\*a\\\*`},
		{"reversed", "a\u202eb\u2066c\u200fd", "abcd"},
		{"blank letters", "a\u3164\u115f\u034fb\u00ad\U000e0041", "ab"},
		{"joined emoji", "👨‍👩‍👧 a\u200db क्\u200dष", "👨‍👩‍👧 ab क्\u200dष"},
		{"control characters", "a\x00b\x1bc\r\nd\te", "abc\nd e"},
		{"not UTF-8", "a\xff\xed\xa0\x80b", "a\ufffdb"},
		{"empty", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, Escape(tc.in)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// shown is what Discord shows of escaped text.
func shown(escaped string) string {
	var b strings.Builder
	for i := 0; i < len(escaped); i++ {
		if escaped[i] == '\\' && i+1 < len(escaped) && isPunctuation(escaped[i+1]) {
			i++
		}
		b.WriteByte(escaped[i])
	}
	return strings.ReplaceAll(b.String(), string(zeroWidthSpace), "")
}

func isPunctuation(c byte) bool { return c > ' ' && c < 0x7f && !isAlphanumeric(c) }

// live finds, in what is left after everything escaped is blanked out, what
// Discord would act on.
var (
	escapedPair = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]")
	live        = regexp.MustCompile("[*_~`|<>\\[\\]#@\\\\]|://|(?m:^ *[-+] )|(?m:^ *[0-9]+[.)]( |$))|:[a-z0-9_+-]+:")
	invitation  = regexp.MustCompile(`(?i)discord\.(gg|com)/|https?://|@everyone|@here`)
	unseen      = regexp.MustCompile("[\x00-\x09\x0b-\x1f\x7f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u3164]")
)

// checkEscape says what is wrong with what Escape made of s, if anything.
func checkEscape(s string) string {
	got := Escape(s)
	seen := shown(got)
	blanked := escapedPair.ReplaceAllString(got, "x!")
	// CommonMark underlines headings with "=", Discord does not.
	marked := strings.ReplaceAll(got, "=", "x")
	switch {
	case !utf8.ValidString(got):
		return "it is not UTF-8"
	case len(got) > 3*len(s)+64:
		return "it is too long"
	case live.MatchString(blanked):
		return "it has markup: " + live.FindString(blanked)
	case invitation.MatchString(got):
		return "it has an address or a mention: " + invitation.FindString(got)
	case unseen.MatchString(strings.ReplaceAll(got, "@\u200b", "@")):
		return "it has what cannot be seen"
	case seen != clean(s):
		return "it shows something else: " + seen
	case Escape(seen) != got:
		return "what it shows escapes to something else: " + Escape(seen)
	}
	return foundMarkup(marked)
}

// foundMarkup names what another reader of Markdown finds, if anything.
func foundMarkup(s string) (found string) {
	source := []byte(s)
	root := goldmark.DefaultParser().Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindEmphasis, ast.KindLink, ast.KindAutoLink, ast.KindImage, ast.KindCodeSpan, ast.KindHeading, ast.KindBlockquote,
			ast.KindList, ast.KindRawHTML, ast.KindHTMLBlock, ast.KindFencedCodeBlock, ast.KindThematicBreak:
			found = "a reader of Markdown finds " + n.Kind().String()
		}
		return ast.WalkContinue, nil
	})
	return found
}

// hostile are the pieces that texts are put together of.
var hostile = []string{
	"@everyone", "@here", "@", "<@1>", "<@!1>", "<@&1>", "<#1>", "</cmd:1>", "<id:guide>", "<t:0:R>", "<:a:1>", "<a:b:2>", ":tada:", ":", "::",
	"[x](http://evil)", "[", "]", "](", "(<", ">)", "<http://a.b>", "http://a.b/c?d=e", "https://", "discord.gg/abc", "discord.com/invite/x", "//", "/",
	"||", "|", "```", "`", "``", "-#", "-", "- ", "+ ", "* ", "*", "**", "_", "__", "~~", ">", ">>> ", "# ", "## ", "\\", "\\\\", "\n", "\n\n", "\r", " ", "    ",
	"\u200b", "\u200d", "\u202e", "\u2065", "\u2066", "\ufeff", "\u3164", "\x00", "\xff", "everyone", "here", "1. ", "12) ", "1", ".", ")", "!", "a", "Ω", "я", "家", "👍", "\u0301", "&lt;", "&#64;",
}

func TestEscapedTextIsInert(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(hostile), rapid.String()), 0, 12).Draw(t, "pieces"), "")
		if fault := checkEscape(s); fault != "" {
			t.Fatalf("%q became %q: %s", s, Escape(s), fault)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, piece := range hostile {
		f.Add("a "+piece+"b", "https://a.b/"+piece)
	}
	f.Add("[https://bbc.co.uk](http://evil)", "javascript:alert(1)")
	f.Fuzz(func(t *testing.T, s, address string) {
		if fault := checkEscape(s); fault != "" {
			t.Errorf("%q became %q: %s", s, Escape(s), fault)
		}
		if fault := checkLink(s, address); fault != "" {
			t.Errorf("%q to %q became %q: %s", s, address, LinkTo(s, address), fault)
		}
		if code := Code(s); strings.Count(code, "```") != 2 {
			t.Errorf("%q breaks out of %q", s, code)
		}
	})
}

// linkForm is a masked link: nothing in the address ends it.
var linkForm = regexp.MustCompile(`^\[(?:[^\[\]\n\\]|\\[^\n\[\]])+\]\(<https?://[A-Za-z0-9._-]+[A-Za-z0-9\-._~:/?#!$&'+,;=%@]*>\)$`)

// checkLink says what is wrong with a link, if anything.
func checkLink(title, address string) string {
	got := LinkTo(title, address)
	target, linked := linkable(address)
	switch {
	case !linked && foundMarkup(strings.ReplaceAll(got, "=", "x")) != "":
		return "a title alone is not inert"
	case !linked && strings.Contains(got, "\n"):
		return "a title has a line break"
	case linked && !linkForm.MatchString(got):
		return "it is no link"
	case linked && !strings.HasSuffix(got, "](<"+target+">)"):
		return "it leads elsewhere"
	case linked && strings.Contains(target, "@everyone"):
		return "the address pings"
	}
	return ""
}

func TestLinkTo(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, title, address, want string }{
		{"plain", "Talks end", "https://example.org/a-b_c/~d?e=f&g=%20#h", "[Talks end](<https://example.org/a-b_c/~d?e=f&g=%20#h>)"},
		{"brackets in the title", "[Live] *Talks*", "http://a.b/", `[(Live) \*Talks\*](<http://a.b/>)`},
		{"lines in the title", "a\nb", "http://a.b/", "[a b](<http://a.b/>)"},
		{"no title", " ", "http://a.b/c", "[a.b](<http://a.b/c>)"},
		{"breaking out", "t", "http://a.b/c>) [x](<http://evil", "[t](<http://a.b/c%3E%29%20%5Bx%5D%28%3Chttp://evil>)"},
		{"parentheses", "t", "https://en.wikipedia.org/wiki/Go_(game)", "[t](<https://en.wikipedia.org/wiki/Go_%28game%29>)"},
		{"everyone", "t", "https://a.b/@everyone/@me", "[t](<https://a.b/%40everyone/@me>)"},
		{"unicode", "t", "https://bücher.de/ü", "[t](<https://xn--bcher-kva.de/%C3%BC>)"},
		{"port", "t", "https://a.b:8443/x", "[t](<https://a.b:8443/x>)"},
		{"two slashes", "t", "https://a.b//c", "[t](<https://a.b//c>)"},
		{"script", "t_t", "javascript:alert(1)", `t\_t`},
		{"data", "t", "data:text/html,x", "t"},
		{"with a user", "t", "https://bbc.co.uk@evil.com/", "t"},
		{"IPv6", "t", "http://[::1]/", "t"},
		{"relative", "t", "/x", "t"},
		{"no host", "t", "https:///x", "t"},
		{"too long", "t", "https://a.b/" + strings.Repeat("x", MaxLink), "t"},
		{"empty", "t", "", "t"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, LinkTo(tc.title, tc.address)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestQuoteAndCode(t *testing.T) {
	t.Parallel()
	if got, want := Quote("\n- *a*\n\n> b\n"), "> \\- \\*a\\*\n> \n> \\> b"; got != want {
		t.Errorf("Quote = %q, want %q", got, want)
	}
	if got, want := Code("a ``` b `c` \u202e<@1>"), "```\na ''' b `c` <@1>\n```"; got != want {
		t.Errorf("Code = %q, want %q", got, want)
	}
	if got := Code("x"); bytes.Count([]byte(got), []byte("```")) != 2 {
		t.Errorf("Code = %q", got)
	}
}
