package feed

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

func rss(items string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:x="urn:x"><channel><title>T</title>` + items + `</channel></rss>`
}

func atomFeed(entries string) string {
	return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x"><title>T</title>` + entries + `</feed>`
}

func item(i int) string {
	return fmt.Sprintf("<item><guid>%d</guid><link>https://news.example/%d</link></item>", i, i)
}

func many(n int, f func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// size is how many parts a feed has that is costly for their number: a third of
// them, unless all that is promised is to be tested.
func size(all int) int {
	if os.Getenv("SHERPA_FULL") != "" {
		return all
	}
	return all / 3
}

// hostile are feeds that are costly for parsers.
var hostile = map[string]struct {
	build   func() string
	want    error
	entries int
}{
	"billion laughs": {func() string {
		return `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]><rss><channel><title>&lol1;</title></channel></rss>`
	}, ErrEntity, 0},
	"external entity": {func() string {
		return `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><title>&e;</title></channel></rss>`
	}, ErrEntity, 0},
	"entity in small letters": {func() string { return `<!doctype rss [<!entity a "b">]>` + rss("") }, ErrEntity, 0},
	"external document type": {func() string {
		return `<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x/rss.dtd">` + rss(item(1))
	}, nil, 1},
	"over the size":         {func() string { return rss(strings.Repeat(" ", MaxSize)) }, ErrTooLarge, 0},
	"a hundred thousand":    {func() string { return rss(many(100_000, item)) }, nil, MaxEntries},
	"a million empty items": {func() string { return rss(strings.Repeat("<item/>", 1_000_000)) }, nil, 0},
	"entries in Atom":       {func() string { return atomFeed(strings.Repeat("<entry><id>a</id></entry>", 100_000)) }, nil, 0},
	"JSON of many items": {func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","items":[` + strings.Repeat(`{},`, size(3_000_000)) + `{}]}`
	}, nil, 0},
	"deep":                {func() string { return rss("<item>" + strings.Repeat("<x:a>", 500_000)) }, ErrTooLarge, 0},
	"deep in the channel": {func() string { return rss(strings.Repeat("<x:a>", 1000)) }, ErrTooLarge, 0},
	"deep XHTML":          {func() string { return atomFeed(`<entry><content type="xhtml">` + strings.Repeat("<div>", 500_000)) }, ErrTooLarge, 0},
	"deep items":          {func() string { return rss(strings.Repeat("<item>", 500_000)) }, ErrTooLarge, 0},
	"deep JSON":           {func() string { return strings.Repeat(`{"items":[`, 500_000) }, ErrNotFeed, 0},
	"many parts":          {func() string { return rss("<item>" + strings.Repeat("<x:a/>b", 1_000_000) + "</item>") }, ErrTooLarge, 0},
	"parts and long texts": {func() string {
		return rss(many(9, func(int) string {
			return "<item><x:a>" + strings.Repeat(strings.Repeat("x", 500)+"<!-- -->", 1900) + "</x:a></item>"
		}))
	}, ErrTooLarge, 0},
	"attributes": {func() string {
		return rss("<item " + many(size(300_000), func(i int) string { return fmt.Sprintf("a%d='b' ", i) }) + "/>")
	}, nil, 0},
	"namespaces": {func() string {
		return rss("<item>" + many(2000, func(i int) string { return fmt.Sprintf("<y:a xmlns:y='urn:%d'/>", i) }) + "</item>")
	}, nil, 0},
	"a long text": {func() string {
		return rss("<item><link>http://a.example/</link><description>" + strings.Repeat("word, ", size(1_500_000)) + "</description></item>")
	}, nil, 1},
	"formatting that is not closed": {func() string {
		open := many(500, func(i int) string { return fmt.Sprintf("&lt;b id=a%d&gt;", i) })
		return `<feed xml:base="http://x.example/" xmlns="http://www.w3.org/2005/Atom"><entry><link href="a"/><content type="html">&lt;p&gt;` + open + "&lt;/p&gt;" + strings.Repeat("&lt;p&gt;x", 10_000) + `</content></entry></feed>`
	}, nil, 1},
	"formatting in XHTML": {func() string {
		entry := `<entry xmlns:q="http://www.w3.org/XML/1998/namespace" q:base="http://x.example/"><link href="a"/><content type="xhtm&#108;"><div><p>` +
			many(500, func(i int) string { return fmt.Sprintf("<b id='a%d'/>", i) }) + "</p>" + strings.Repeat("<p>x</p>", 1600) + "</div></content></entry>"
		return atomFeed(strings.Repeat(entry, 40))
	}, nil, 1},
	"images to find": {func() string {
		open := many(500, func(i int) string { return fmt.Sprintf("&lt;b id=a%d&gt;", i) })
		return rss("<item><link>http://a.example/</link><description>&lt;p&gt;" + open + "&lt;/p&gt;" + strings.Repeat("&lt;p&gt;x", 10_000) + "</description></item>")
	}, nil, 1},
	"half a tag": {func() string { return strings.Repeat("<", 5<<20) }, ErrNotFeed, 0},
	"control signs": {func() string {
		return rss("<item><link>http://a.example/\x00\x01\x1f</link><title>a\x08b\xff</title></item>")
	}, nil, 1},
	"broken off":     {func() string { return rss(item(1))[:150] }, ErrNotFeed, 0},
	"a page":         {func() string { return "<!DOCTYPE html><html><body><p>Not found</body></html>" }, ErrNotFeed, 0},
	"nothing":        {func() string { return "" }, ErrNotFeed, 0},
	"JSON, no feed":  {func() string { return `{"error":"gone"}` }, ErrNotFeed, 0},
	"JSON of a list": {func() string { return `[]` }, ErrNotFeed, 0},
	"a page of parts": {func() string {
		return rss(many(400, func(i int) string {
			return "<item><link>http://a.example/" + fmt.Sprint(i) + "</link><x:a>" + strings.Repeat("words and <x:b/>", 200) + "</x:a></item>"
		}))
	}, nil, 400},
	"an unknown code": {func() string { return `<?xml version="1.0" encoding="no-such"?>` + rss(item(1))[21:] }, nil, 1},
}

// TestHostileFeeds bounds what a feed can cost.
//
//nolint:paralleltest // memory is measured
func TestHostileFeeds(t *testing.T) {
	const maxTime, maxAllocated = 15 * time.Second, 1 << 30
	for name, tt := range hostile {
		t.Run(name, func(t *testing.T) { //nolint:paralleltest // memory is measured
			body := []byte(tt.build())
			if len(body) > maxHostile {
				t.Skipf("%d KiB take too long under the race detector", len(body)>>10)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			f, err := Parse(body, "https://news.example/feed")
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			allocated := after.TotalAlloc - before.TotalAlloc
			t.Logf("%d KiB: %v, %d MiB allocated, %v", len(body)>>10, took.Round(time.Millisecond), allocated>>20, err)
			if took > maxTime || allocated > maxAllocated {
				t.Errorf("took %v and %d MiB", took, allocated>>20)
			}
			if !errors.Is(err, tt.want) || len(f.Entries) != tt.entries {
				t.Errorf("Parse: %d entries, %v; want %d, %v", len(f.Entries), err, tt.entries, tt.want)
			}
		})
	}
}
