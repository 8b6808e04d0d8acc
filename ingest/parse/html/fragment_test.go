package html

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
)

func TestFragment(t *testing.T) {
	t.Parallel()
	p := func(s string) parse.Block { return parse.Block{Text: s} }
	h := func(s string) parse.Block { return parse.Block{Kind: parse.Heading, Text: s} }
	f := func(s string) parse.Block { return parse.Block{Kind: parse.Furniture, Text: s} }
	tests := []struct {
		in   string
		want []parse.Block
	}{
		{"", nil},
		{"plain words", []parse.Block{p("plain words")}},
		{"<p>One<p>Two", []parse.Block{p("One"), p("Two")}},
		{"<p>a\n  b<br>c&nbsp;d</p>", []parse.Block{p("a b c d")}},
		{"<p>wo<b>rd</b>s, <a href=x>linked</a>.</p>", []parse.Block{p("words, linked.")}},
		{"before<div>in <div>inner</div> after</div>", []parse.Block{p("before"), p("in"), p("inner"), p("after")}},
		{"<h2>Head</h2><p>Text</p><h6>Low</h6>", []parse.Block{h("Head"), p("Text"), h("Low")}},
		{"<ul><li>a one</li><li>b two<ul><li>c three</li></ul></li></ul>", []parse.Block{p("a one"), p("b two"), p("c three")}},
		{"<figure><img alt=x><figcaption>Caption here</figcaption></figure>", []parse.Block{f("Caption here")}},
		{"<blockquote>Said<footer>Who</footer></blockquote>", []parse.Block{p("Said")}},
		{"<table><tr><th>Day<th>Cars<tr><td>One<td>12</table>", []parse.Block{p("Day Cars"), p("One 12")}},
		{"<dl><dt>Gate</dt><dd>A door for water.</dd></dl>", []parse.Block{p("Gate"), p("A door for water.")}},
		{"<p>Read more: <a>Elsewhere</a></p><p>Also read | x</p><p>Related story: y</p>", []parse.Block{f("Read more: Elsewhere"), f("Also read | x"), f("Related story: y")}},
		{"<p>Read more people than ever, she said.</p>", []parse.Block{p("Read more people than ever, she said.")}},
		{"<p>Watch towers were built.</p><p>Subscribe to nothing.</p>", []parse.Block{p("Watch towers were built."), p("Subscribe to nothing.")}},
		{"<p>Share</p><p>Facebook | Twitter</p><p>1.2K shares</p><p>3 comments</p><p>4 min read</p><p>***</p><p>—</p>", nil},
		{"<p>https://news.example/x</p><p>A version of this article appears in print on May 1.</p>", []parse.Block{f("https://news.example/x"), f("A version of this article appears in print on May 1.")}},
		{"<h2>Upper Mill and Lower Mill have agreed to share the water of the river until the spring.</h2>", []parse.Block{p("Upper Mill and Lower Mill have agreed to share the water of the river until the spring.")}},
		{"<p>12 people share a boat.</p>", []parse.Block{p("12 people share a boat.")}},
		{"<p>a\u0000b\u202ec\u200b</p>", []parse.Block{p("abc")}},
		{"<p>&lt;script&gt; is a tag</p>", []parse.Block{p("<script> is a tag")}},
	}
	for _, tt := range tests {
		got, err := Fragment(tt.in)
		if err != nil {
			t.Errorf("Fragment(%q): %v", tt.in, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Fragment(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
	for _, in := range []string{strings.Repeat("x", MaxText+1), strings.Repeat("<div>", 600), strings.Repeat("<br>", MaxElements+1)} {
		if _, err := Fragment(in); !errors.Is(err, ErrTooLarge) {
			t.Errorf("Fragment(%.20q…): %v, want ErrTooLarge", in, err)
		}
	}
}
