package html

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

const prose = "The delegations met on Friday, and talked, for nearly three hours, in a hall by the river, officials said after the talks. "

// size is how many parts a page has that is costly for their number: a third of
// them, unless all that is promised is to be tested.
func size(all int) int {
	if os.Getenv("SHERPA_FULL") != "" {
		return all
	}
	return all / 3
}

// hostile are pages that are costly for parsers.
var hostile = map[string]func() string{
	"50 MiB":         func() string { return strings.Repeat("<p>"+prose, 50<<20/len(prose)) },
	"20 MiB of text": func() string { return "<p>" + strings.Repeat(prose, MaxPage/len(prose)-1) },
	"deep <b>":       func() string { return strings.Repeat("<b>", 1_000_000) + prose },
	"deep <div>":     func() string { return strings.Repeat("<div>", 30_000) + prose },
	"511 deep": func() string {
		return strings.Repeat(strings.Repeat("<div>", 500)+"<p>"+prose+strings.Repeat("</div>", 500), 70)
	},
	"million attributes":   func() string { return "<div " + attributesList(size(1_000_000)) + "><p>" + strings.Repeat(prose, 9) },
	"many attributes":      func() string { return strings.Repeat("<p "+attributesList(25)+">"+prose, size(30_000)) },
	"huge attribute":       func() string { return `<p class="` + strings.Repeat("share ", 3<<20) + `">` + strings.Repeat(prose, 9) },
	"unclosed formatting":  func() string { return distinct("b", 500) + strings.Repeat("<p>x", 30_000) },
	"formatting to repeat": func() string { return "<p>" + distinct("b", 500) + "</p>" + strings.Repeat("<p>x", 29_000) },
	"unclosed links":       func() string { return strings.Repeat("<table><td><a href=x>", 100) + strings.Repeat("<p>x", 30_000) },
	"unclosed tables": func() string {
		return strings.Repeat("<table><tr><td>", 150) + strings.Repeat("<p>"+prose+"<table>x", 10_000)
	},
	"tables in tables":   func() string { return strings.Repeat("<table>", 30_000) + prose },
	"foster parents":     func() string { return "<table>" + strings.Repeat("<p>a<tr>b", 15_000) },
	"paragraphs":         func() string { return strings.Repeat("<p>"+prose, 8_000) },
	"short paragraphs":   func() string { return "<div>" + strings.Repeat("<p>a, b", MaxElements-10) },
	"divs in a row":      func() string { return strings.Repeat("<div>"+prose[:40]+"</div>", MaxElements-10) },
	"spans in a row":     func() string { return "<p>" + strings.Repeat("<span>word, </span>", MaxElements-10) },
	"links in a row":     func() string { return "<p>" + strings.Repeat("<a href=#x>word, </a>", MaxElements-10) },
	"links and text":     func() string { return strings.Repeat("<div><p>"+prose+"<a href=#x>word, </a></div>", MaxElements/3-10) },
	"line breaks":        func() string { return "<div>" + strings.Repeat("word, <br>", MaxElements-10) },
	"double line breaks": func() string { return "<div>" + strings.Repeat("word, <br><br>", MaxElements/2-10) },
	"list items":         func() string { return "<ul>" + strings.Repeat("<li>"+prose[:50], 19_000) },
	"table cells":        func() string { return "<table>" + strings.Repeat("<tr><td>"+prose[:50]+"<td>x", 13_000) },
	"headings":           func() string { return strings.Repeat("<h2>"+prose[:30]+"</h2>", MaxElements-10) },
	"sections": func() string {
		return strings.Repeat(strings.Repeat("<section><p>a, b, c, d, e and f, g and h", 200)+strings.Repeat("</section>", 200), 99)
	},
	"shares":            func() string { return strings.Repeat(`<div class="share-x y"><p>`+prose+`</div>`, 15_000) },
	"comments":          func() string { return strings.Repeat("<!-- x --><p>"+prose[:20], 19_000) },
	"empty comments":    func() string { return strings.Repeat("<!---->", 2_000_000) + "<p>" + prose },
	"text and comments": func() string { return "<p>" + strings.Repeat("a<!---->", size(2_000_000)) },
	"half tags":         func() string { return strings.Repeat("<", 5<<20) },
	"end tags":          func() string { return "<p>" + prose + strings.Repeat("</x>", size(3_000_000)) },
	"stray ends":        func() string { return strings.Repeat("<div>", 400) + strings.Repeat("</p>", 1_000_000) },
	"entities":          func() string { return "<p>" + strings.Repeat("&amp;&lt;&#x41;", size(500_000)) },
	"json": func() string {
		return `<script type="application/ld+json">` + strings.Repeat(`[{"@graph":`, 40_000) + `</script><p>` + prose
	},
	"json list": func() string {
		return `<script type="application/ld+json">[` + strings.Repeat(`{},`, 100_000) + `{}]</script><p>` + prose
	},
	"json authors": func() string {
		return `<script type="application/ld+json">{"@type":"Article","author":[` + strings.Repeat(`"a",`, 90_000) + `"b"]}</script><p>` + prose
	},
	"distinct authors": func() string {
		return `<script type="application/ld+json">{"@type":"Article","author":[` + numbers(40_000) + `]}</script><p>` + prose
	},
	"meta":      func() string { return distinct("meta content=x name", 39_000) + "<p>" + prose },
	"times":     func() string { return strings.Repeat("<time pubdate datetime=soon>", 39_000) + "<p>" + prose },
	"titles":    func() string { return strings.Repeat("<h1>a", 39_000) + "<title>b | c</title>" },
	"hidden":    func() string { return strings.Repeat("<i hidden>", 39_000) + "<p>" + prose },
	"templates": func() string { return strings.Repeat("<template>", 39_000) + "<p>" + prose },
	"svg":       func() string { return strings.Repeat("<svg><p><math><b>", 9_000) + "<p>" + prose },
	"frames":    func() string { return strings.Repeat("<frameset><frame><body>", 13_000) },
	"forms":     func() string { return strings.Repeat("<form><div>", 240) + strings.Repeat("<p>"+prose[:30], 30_000) },
	"select":    func() string { return strings.Repeat("<select><option>", 19_000) + prose },
	"NULs":      func() string { return "<p>" + strings.Repeat("\x00", 5<<20) },
	"nothing":   func() string { return "" },
}

func attributesList(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=b ", i)
	}
	return b.String()
}

// distinct opens n elements that differ in an attribute.
func distinct(tag string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<%s=a%d>", strings.Replace(tag, "b", "b id", 1), i)
	}
	return b.String()
}

func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%q,", fmt.Sprint(i))
	}
	return b.String() + `"x"`
}

// TestHostilePages bounds what a page can cost. The bounds leave room for slow
// machines; none of the pages takes more than two seconds on two cores.
//
//nolint:paralleltest // memory is measured
func TestHostilePages(t *testing.T) {
	const maxTime, maxAllocated = 15 * time.Second, 1 << 30
	for name, build := range hostile {
		t.Run(name, func(t *testing.T) { //nolint:paralleltest // memory is measured
			page := []byte(build())
			if len(page) > maxHostile {
				t.Skipf("%d KiB take too long under the race detector", len(page)>>10)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			_, err := Parse(page, "https://news.example/a", "text/html; charset=utf-8")
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			t.Logf("%d KiB: %v, %d MiB allocated, %v", len(page)>>10, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, err)
			if took > maxTime || after.TotalAlloc-before.TotalAlloc > maxAllocated {
				t.Errorf("took %v and %d MiB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
			}
			if err != nil && !errors.Is(err, ErrNoArticle) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrNeedsScript) {
				t.Errorf("Parse: %v is none of our errors", err)
			}
		})
	}
}
