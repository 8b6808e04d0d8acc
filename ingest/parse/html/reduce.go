package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// maxAttribute is how much of an attribute's value is kept, in bytes.
const maxAttribute = 2048

// fate says what becomes of an element before the page is parsed.
type fate int

const (
	inline  fate = iota // becomes a span; unknown elements too, as in browsers
	keep                // stays as it is
	unwrap              // the tags go, the content stays
	skip                // goes with its content
	rawText             // goes with its content, which is not markup
)

// fates says what becomes of the elements that are not inline. Formatting
// elements are: the parser copies each unclosed one into every paragraph that
// follows, which lets a small page grow without bound, and it copies no span.
var fates = fatesOf(map[fate]string{
	keep: `html head body title meta link main article section header footer nav aside div p h1 h2 h3 h4 h5 h6
		ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody tfoot tr td th
		a time br hr address details summary form fieldset dialog menu ruby rt rp`,
	unwrap: `option optgroup frameset picture map img input source track embed area col colgroup param frame wbr
		base basefont bgsound keygen`,
	skip:    "svg math template button select datalist audio video canvas object applet meter progress output",
	rawText: "script style noscript noembed noframes iframe textarea xmp plaintext",
})

func fatesOf(lists map[fate]string) map[string]fate {
	m := map[string]fate{}
	for f, names := range lists {
		for name := range strings.FieldsSeq(names) {
			m[name] = f
		}
	}
	return m
}

// kept are the attributes that say something about an article.
var kept = []string{
	"class", "id", "href", "rel", "lang", "name", "property", "content", "itemprop", "datetime",
	"pubdate", "role", "http-equiv",
}

// reducer rewrites a page with only the elements and attributes that matter.
type reducer struct {
	z   *html.Tokenizer
	out bytes.Buffer
	reduced
	elements int
	// skipping names the element whose content is being left out, and depth
	// counts the open elements of that name.
	skipping string
	depth    int
	jsonLD   bool // the element being left out is a script of JSON-LD
	styles   strings.Builder
}

// reduced is a page without what does not matter to its article.
type reduced struct {
	page     []byte
	linked   [][]byte // the scripts of JSON-LD
	scripted bool     // there were scripts to run
	sheet    sheet
}

// reduce rewrites a page so that parsing it and working on its tree is cheap,
// whatever the page is.
func reduce(page []byte) (reduced, error) {
	r := reducer{z: html.NewTokenizer(bytes.NewReader(page))}
	for {
		switch r.z.Next() {
		case html.ErrorToken:
			if err := r.z.Err(); !errors.Is(err, io.EOF) {
				return reduced{}, fmt.Errorf("read the page's markup: %w", err)
			}
			r.page, r.sheet = r.out.Bytes(), readSheet(r.styles.String())
			return r.reduced, nil
		case html.TextToken:
			r.text()
		case html.StartTagToken:
			r.start(false)
		case html.SelfClosingTagToken:
			r.start(true)
		case html.EndTagToken:
			r.end()
		}
		if r.elements > MaxElements {
			return reduced{}, fmt.Errorf("%w: more than %d elements", ErrTooLarge, MaxElements)
		}
	}
}

func (r *reducer) text() {
	switch {
	case r.skipping == "":
		r.out.Write(r.z.Raw())
	case r.jsonLD:
		r.linked = append(r.linked, bytes.Clone(r.z.Raw()))
	case r.skipping == "style" && r.styles.Len() < maxSheet:
		r.styles.Write(r.z.Raw())
	}
}

func (r *reducer) start(selfClosing bool) {
	raw, hasAttr := r.z.TagName()
	name := string(raw)
	r.elements++
	if r.skipping != "" {
		if name == r.skipping && fates[name] != rawText {
			r.depth++
		}
		return
	}
	switch fates[name] {
	case keep:
		r.open(name, r.attributes(hasAttr))
	case inline:
		r.openInline(name, r.attributes(hasAttr))
	case skip:
		if foreign := name == "svg" || name == "math"; !foreign || !selfClosing {
			r.skipping, r.depth = name, 1
		}
	case rawText:
		r.skipping, r.depth = name, 1
		r.jsonLD = name == "script" && hasAttr && r.isJSONLD()
		r.scripted = r.scripted || name == "script" && !r.jsonLD
	case unwrap:
	}
}

// openInline opens a span. A hidden formatting element is left out with its
// content: a browser carries it on past the end of its parent, a span is not.
func (r *reducer) openInline(name string, a attributes) {
	if a.hidden && name != "span" {
		r.skipping, r.depth = name, 1
		return
	}
	r.open("span", a)
}

func (r *reducer) open(name string, a attributes) {
	r.out.WriteString("<" + name + a.kept)
	if a.hidden {
		r.out.WriteString(" hidden")
	}
	r.out.WriteByte('>')
}

func (r *reducer) end() {
	raw, _ := r.z.TagName()
	name := string(raw)
	if r.skipping != "" {
		if name == r.skipping {
			r.depth--
		}
		if r.depth == 0 {
			r.skipping, r.jsonLD = "", false
		}
		return
	}
	switch fates[name] {
	case keep:
		if name == "p" || name == "br" {
			r.elements++ // without a beginning, these ends make elements
		}
		r.out.WriteString("</" + name + ">")
	case inline:
		r.out.WriteString("</span>")
	case unwrap, skip, rawText:
	}
}

func (r *reducer) isJSONLD() bool {
	for {
		k, v, more := r.z.TagAttr()
		if string(k) == "type" && bytes.EqualFold(bytes.TrimSpace(v), []byte("application/ld+json")) {
			return true
		}
		if !more {
			return false
		}
	}
}

// attributes is what is kept of a tag's attributes.
type attributes struct {
	kept   string
	hidden bool // the element is not shown
}

func (r *reducer) attributes(more bool) attributes {
	var a attributes
	var out strings.Builder
	var k, v []byte
	for seen := 0; more; {
		k, v, more = r.z.TagAttr()
		a.hidden = a.hidden || hides(string(k), v)
		if seen == len(kept) || !slices.Contains(kept, string(k)) {
			continue
		}
		seen++
		value := strings.ToValidUTF8(string(v[:min(len(v), maxAttribute)]), "")
		out.WriteString(" " + string(k) + `="` + html.EscapeString(value) + `"`)
	}
	a.kept = out.String()
	return a
}
