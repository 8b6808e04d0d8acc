package feed

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"sherpa/ingest/parse"
)

// story is long enough to be a whole article.
var story = strings.Repeat("The delegations met on Friday, and talked, for nearly three hours, in a hall by the river. ", 9)

const feedURL = "https://news.example/feeds/all.xml"

func TestKindsOfFeeds(t *testing.T) {
	t.Parallel()
	road := Entry{
		GUID: "tag:news.example,2025:1", URL: "https://news.example/road", Title: "Road & bridge", Author: "Ann Weir",
		Published: "2025-08-15T22:00:00-08:00",
	}
	tests := []struct {
		name, body string
		want       Feed
	}{
		{
			"RSS 2.0", rss(`<language>en-us</language><item><guid isPermaLink="false">tag:news.example,2025:1</guid><title>Road &amp;amp; bridge</title>
			<link> /road#top </link><dc:creator>Ann Weir</dc:creator><pubDate>Fri, 15 Aug 2025 22:00:00 -0800</pubDate><description>Short.</description></item>`),
			Feed{Title: "T", Lang: "en-US", Entries: []Entry{road}},
		},
		{
			"RSS 1.0", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
			<channel rdf:about="x"><title>T</title></channel><item rdf:about="/road"><title>Road</title><link>https://news.example/road</link><dc:date>2025-08-16</dc:date></item></rdf:RDF>`,
			Feed{Title: "T", Entries: []Entry{{GUID: "https://news.example/road", URL: "https://news.example/road", Title: "Road", Published: "2025-08-16"}}},
		},
		{
			"Atom", atomFeed(`<entry><id>tag:news.example,2025:1</id><title type="html">Road &amp;amp; &lt;b&gt;bridge&lt;/b&gt;</title><link rel="self" href="/self"/><link href="../road"/>
			<author><name>Ann Weir</name></author><published>2025-08-15T22:00:00-08:00</published><updated>2025-08-17T01:00:00Z</updated><summary>Short.</summary></entry>`),
			Feed{Title: "T", Entries: []Entry{with(road, func(e *Entry) { e.Updated = "2025-08-17T01:00:00Z" })}},
		},
		{
			"JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"T","language":"de","items":[{"id":"tag:news.example,2025:1","url":"https://news.example/road",
			"title":"Road & bridge","authors":[{"name":"Ann Weir"}],"date_published":"2025-08-15T22:00:00-08:00","summary":"Short."}]}`,
			Feed{Title: "T", Lang: "de", Entries: []Entry{road}},
		},
		{
			"a base of its own", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/"><entry><id>1</id><link href="b"/></entry></feed>`,
			Feed{Entries: []Entry{{GUID: "https://other.example/a/1", URL: "https://other.example/a/b"}}},
		},
		{
			"null and wrong types in JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"T","authors":[null],"items":[null,7,{"id":"0","url":"/b","title":{}},
			{"id":12345678901234567890,"url":"/a","authors":[null,{"name":"Ann"}],"author":null,"attachments":[null],"date_published":null}]}`,
			Feed{Title: "T", Entries: []Entry{{GUID: "12345678901234567890", URL: "https://news.example/a", Author: "Ann"}}},
		},
		{
			"relative bases", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry xml:base="b/"><id>1</id><link href="c"/></entry></feed>`,
			Feed{Entries: []Entry{{GUID: "/a/b/1", URL: "https://news.example/a/b/c"}}},
		},
		{"no entries", rss(""), Feed{Title: "T"}},
		{
			"capitals and a mark", "\ufeff \n<!-- hello --><RSS version='2.0'><CHANNEL><TITLE>T</TITLE><ITEM><LINK>http://a.example</LINK></ITEM></CHANNEL></RSS>",
			Feed{Title: "T", Entries: []Entry{{GUID: "http://a.example", URL: "http://a.example"}}},
		},
	}
	for _, tt := range tests {
		got, err := Parse([]byte(tt.body), feedURL)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func with(e Entry, change func(*Entry)) Entry {
	change(&e)
	return e
}

func TestEncoding(t *testing.T) {
	t.Parallel()
	body, err := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Вести</title></channel></rss>`)
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []string{body, `<rss><channel><title>Вести</title></channel></rss>`, `<?xml version='1.0' encoding='UTF-8'?><rss><channel><title>Вести</title></channel></rss>`} {
		if f, err := Parse([]byte(in), ""); err != nil || f.Title != "Вести" {
			t.Errorf("Parse: %q, %v", f.Title, err)
		}
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	tests := []struct{ item, feedURL, want string }{
		{"<link>https://a.example/x</link>", feedURL, "https://a.example/x"},
		{"<link>/x?a=1&amp;b=2</link>", feedURL, "https://news.example/x?a=1&b=2"},
		{"<link>x</link>", feedURL, "https://news.example/feeds/x"},
		{"<link>//b.example/x</link>", feedURL, "https://b.example/x"},
		{"<guid>https://a.example/guid</guid>", feedURL, "https://a.example/guid"},
		{"<guid>relative</guid><title>t</title>", feedURL, ""},
		{"<link>javascript:alert(1)</link><guid>https://a.example/guid</guid>", feedURL, "https://a.example/guid"},
		{"<link>javascript:alert(1)</link>", feedURL, ""},
		{"<link>data:text/html,x</link>", feedURL, ""},
		{"<link>file:///etc/passwd</link>", feedURL, ""},
		{"<link>https://me:pw@a.example/x</link>", feedURL, ""},
		{"<link>https://</link>", feedURL, ""},
		{"<link>" + strings.Repeat("x", 3000) + "</link>", feedURL, ""},
		{"<link>/x</link>", "", ""},
	}
	for _, tt := range tests {
		f, err := Parse([]byte(rss("<item>"+tt.item+"</item>")), tt.feedURL)
		if err != nil {
			t.Errorf("%s: %v", tt.item, err)
			continue
		}
		got := ""
		for _, e := range f.Entries {
			got = e.URL
		}
		if got != tt.want {
			t.Errorf("%.60s: %q, want %q", tt.item, got, tt.want)
		}
	}
	f, err := Parse([]byte(`<rss><channel><link>https://site.example/</link><item><link>/x</link></item></channel></rss>`), "")
	if err != nil || len(f.Entries) != 1 || f.Entries[0].URL != "https://site.example/x" {
		t.Errorf("a link against the site's address: %+v, %v", f, err)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"Fri, 15 Aug 2025 22:00:00 EST": "2025-08-15T22:00:00-05:00", "Fri, 15 Aug 2025 22:00:00 GMT": "2025-08-15T22:00:00Z",
		"15 Aug 2025 22:00:00 +0200": "2025-08-15T22:00:00+02:00", "2025-08-15T22:00:00+0200": "2025-08-15T22:00:00+02:00",
		"2025-08-15": "2025-08-15", "Fri, 15 Aug 2025": "2025-08-15", "2099-01-01T00:00:00Z": "2099-01-01T00:00:00Z", // as it is found
		"": "", "yesterday": "", "0001-01-01T00:00:00Z": "", "Fri, 32 Aug 2025 22:00:00 GMT": "",
	}
	for in, want := range tests {
		f, err := Parse([]byte(rss("<item><link>/a</link><pubDate>"+in+"</pubDate></item>")), feedURL)
		if err != nil || f.Entries[0].Published != want {
			t.Errorf("date %q: %+v, %v; want %q", in, f, err, want)
		}
	}
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	entry := func(guid, link, title, updated string) string {
		return "<entry><id>" + guid + "</id><link href='" + link + "'/><title>" + title + "</title><updated>" + updated + "</updated></entry>"
	}
	f, err := Parse([]byte(atomFeed(
		entry("1", "/a", "first", "2025-08-16T10:00:00+02:00")+
			entry("2", "/b", "other", "2025-08-16T10:00:00Z")+
			entry("1", "/a", "older", "2025-08-16T07:59:00Z")+
			entry("1", "/c", "newer", "2025-08-16T08:01:00Z")+
			entry("", "/d", "without id", "")+
			entry("", "/d", "again", ""))), feedURL)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range f.Entries {
		got = append(got, e.Title)
	}
	if diff := cmp.Diff([]string{"newer", "other", "without id"}, got); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
}

func TestFullText(t *testing.T) {
	t.Parallel()
	p := func(s string) parse.Block { return parse.Block{Text: strings.TrimSpace(s)} }
	tests := []struct {
		name, content string
		want          []parse.Block // nil: no document
	}{
		{
			"HTML", "<content:encoded><![CDATA[<h2>Head</h2><p>" + story + "</p><p hidden>no</p><script>no</script>]]></content:encoded>",
			[]parse.Block{{Kind: parse.Heading, Text: "Head"}, p(story)},
		},
		{"HTML in the description", "<description>&lt;p&gt;" + story + "&lt;/p&gt;</description>", []parse.Block{p(story)}},
		{"plain text", "<description>" + story + "\n\n" + story + "</description>", []parse.Block{p(story), p(story)}},
		{"the beginning", "<description>" + story[:200] + "</description>", nil},
		{"broken off", "<description>" + story + " […]</description>", nil},
		{"broken off with points", "<description>" + story + " [...]</description>", nil},
		{"broken off with a link", "<description>&lt;p&gt;" + story + " &lt;a href=x&gt;Continue reading »&lt;/a&gt;</description>", nil},
		{"text before description", "<description>short</description><content:encoded>&lt;p&gt;" + story + "</content:encoded>", []parse.Block{p(story)}},
		{"nested too deeply", "<description>" + strings.Repeat("&lt;div&gt;", 600) + story + "</description>", nil},
	}
	for _, tt := range tests {
		f, err := Parse([]byte(rss("<language>en</language><item><guid>1</guid><link>/a</link><title>Road</title><pubDate>2025-08-16</pubDate>"+tt.content+"</item>")), feedURL)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var want *parse.Document
		if tt.want != nil {
			want = &parse.Document{Title: "Road", Publisher: "T", URL: "https://news.example/a", Lang: "en", Published: "2025-08-16", Blocks: tt.want}
		}
		if diff := cmp.Diff(want, f.Entries[0].Document); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	for kind, content := range map[string]string{
		`type="html"`:                    "&lt;p&gt;" + story + "&lt;/p&gt;",
		`TYPE="html"`:                    "&lt;p&gt;" + story + "&lt;/p&gt;",
		`xml:lang="en" type="text/html"`: "<![CDATA[<p>" + story + "</p>]]>",
		`type='HTML' x:y="&lt;&quot;"`:   "<![CDATA[<p>" + story + "</p>]]>",
		`type="xhtml"`:                   `<div xmlns="http://www.w3.org/1999/xhtml"><p>` + story + `</p><br/></div>`,
		`type="application/xhtml+xml"`:   `<p>` + story + `</p>`,
		`type="text"`:                    story,
		``:                               story,
	} {
		f, err := Parse([]byte(atomFeed("<entry><id>1</id><link href='/a'/><content "+kind+">"+content+"</content></entry>")), feedURL)
		if err != nil || len(f.Entries) != 1 || f.Entries[0].Document == nil {
			t.Errorf("content %s: %+v, %v", kind, f, err)
			continue
		}
		if diff := cmp.Diff([]parse.Block{p(story)}, f.Entries[0].Document.Blocks); diff != "" {
			t.Errorf("content %s (-want +got):\n%s", kind, diff)
		}
	}
	f, err := Parse([]byte(rss("<item><guid>1</guid><description>"+story+"</description></item>")), feedURL)
	if err != nil || len(f.Entries) != 1 || f.Entries[0].Document == nil {
		t.Errorf("an entry with a text and no page: %+v, %v", f, err)
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		contentType, body string
		want              bool
	}{
		{"application/rss+xml; charset=utf-8", rss(""), true},
		{"text/html", rss(""), true},
		{"", atomFeed(""), true},
		{"text/plain", "\ufeff<!-- x -->\n" + atomFeed(""), true},
		{"", `<rdf:RDF xmlns:rdf="x"></rdf:RDF>`, true},
		{"application/json", `{"version": "https://jsonfeed.org/version/1", "items": []}`, true},
		{"application/feed+json", `{"items": []}`, true},
		{"application/json", `{"items": []}`, false},
		{"application/rss+xml", "broken", true}, // so that its reader is told what is wrong
		{"application/rss+xml", "<!DOCTYPE html><html><body>Not found</body></html>", false},
		{"text/html", "<html><body>rss</body></html>", false},
		{"text/xml", "<sitemap/>", false},
		{"text/plain", "rss", false},
		{"", "", false},
		{"image/svg+xml", "<svg/>", false},
	}
	for _, tt := range tests {
		if got := Is(tt.contentType, []byte(tt.body)); got != tt.want {
			t.Errorf("Is(%q, %.40q) = %v", tt.contentType, tt.body, got)
		}
	}
}

// FuzzFeed checks what holds for every feed.
func FuzzFeed(f *testing.F) {
	f.Add([]byte(rss(item(1)+"<item><description>"+story+"</description></item>")), feedURL)
	f.Add([]byte(atomFeed("<entry><id>1</id><link href='a'/><content type='xhtml'><div>"+story+"</div></content><updated>2025-08-16T10:00:00Z</updated></entry>")), "")
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":7,"url":"/a","content_text":"x","date_published":"2025"},null]}`), feedURL)
	f.Add([]byte(`<?xml version="1.0" encoding="koi8-r"?><rdf:RDF xmlns:rdf="x"><item/></rdf:RDF>`), "x")
	f.Add([]byte(`{"items":[{"id":"1","url":"/a","authors":[null],"author":null,"attachments":[null],"tags":[null]}],"authors":[null]}`), feedURL)
	f.Add([]byte(`<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>`), "")
	f.Fuzz(func(t *testing.T, body []byte, feedURL string) {
		got, err := Parse(body, feedURL)
		if err != nil {
			if !errors.Is(err, ErrNotFeed) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrEntity) {
				t.Errorf("Parse: %v is none of our errors", err)
			}
			return
		}
		if len(got.Entries) > MaxEntries {
			t.Errorf("%d entries", len(got.Entries))
		}
		seen := map[string]bool{}
		for _, e := range got.Entries {
			if seen[e.GUID] {
				t.Errorf("GUID %q twice", e.GUID)
			}
			seen[e.GUID] = true
			if e.URL == "" && e.Document == nil {
				t.Errorf("an entry with neither page nor text: %+v", e)
			}
			if e.URL != "" && !strings.HasPrefix(e.URL, "http://") && !strings.HasPrefix(e.URL, "https://") {
				t.Errorf("link %q", e.URL)
			}
		}
	})
}
