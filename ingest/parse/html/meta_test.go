package html

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest/parse"
)

// described parses a page with the given head and returns its metadata.
func described(t *testing.T, pageURL, head string) parse.Document {
	t.Helper()
	d, err := Parse([]byte("<html><head>"+head+"</head><body><p>"+prose+"</p></body></html>"), pageURL, "")
	if err != nil {
		t.Fatal(err)
	}
	d.Blocks = nil
	return d
}

func ld(s string) string { return `<script type="application/ld+json">` + s + `</script>` }

func TestMetadata(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, head string
		want       parse.Document
	}{
		{"nothing", "", parse.Document{}},
		{
			"JSON-LD in an array", ld(`[{"@type":"WebPage"},{"@type":"http://schema.org/NewsArticle","headline":"H","author":"A. Weir","datePublished":"2025-08-16","inLanguage":"fr"}]`),
			parse.Document{Title: "H", Author: "A. Weir", Published: "2025-08-16", Lang: "fr"},
		},
		{
			"JSON-LD with references", ld(`{"@graph":[{"@type":"Person","@id":"#a","name":"Ann"},{"@type":"Article","name":"N","author":[{"@id":"#a"},{"@id":"#missing"}]}]}`),
			parse.Document{Title: "N", Author: "Ann"},
		},
		{
			"JSON-LD beneath its page", ld(`{"@type":"WebPage","mainEntity":{"@type":"LiveBlogPosting","headline":"Live","publisher":{"name":"P"}}}`),
			parse.Document{Title: "Live", Publisher: "P"},
		},
		{
			"JSON-LD of odd types", ld(`{"@type":7}`) + ld(`{"@type":"Article","headline":["First","Second"],"author":[null,3,{"name":["List"]},"https://x.example/me"],"datePublished":20250816,"publisher":[]}`),
			parse.Document{Title: "First", Author: "List"},
		},
		{"JSON-LD in CDATA", ld("\n//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"[H]\"};\n//]]>\n"), parse.Document{Title: "[H]"}},
		{"JSON-LD in a comment", ld("<!-- [{\"@type\":\"Article\",\"headline\":\"H\"}] -->"), parse.Document{Title: "H"}},
		{"broken JSON-LD", ld(`{"@type":"Article","headline":"H"`) + `<title>T</title>`, parse.Document{Title: "T"}},
		{"JSON-LD of something else", ld(`{"@type":"Recipe","headline":"Cake"}`) + `<title>T</title>`, parse.Document{Title: "T"}},
		{
			"named", `<meta name=author content="Ann &amp; Ben"><meta name="DC.date.issued" content="2025-08-16T10:00Z"><meta name="og:title" content=O><meta property=og:locale content=pt_BR>`,
			parse.Document{Title: "O", Author: "Ann & Ben", Published: "2025-08-16T10:00:00Z", Lang: "pt-BR"},
		},
		{"an author by link", `<meta property="article:author" content="https://x.example/ann"><title>T</title>`, parse.Document{Title: "T"}},
		{
			"the first date that is one", `<meta name=date content="last week"><meta name=pubdate content="Sat, 16 Aug 2025 10:00:00 +0300">`,
			parse.Document{Published: "2025-08-16T10:00:00+03:00"},
		},
		{"changed", `<meta property="article:modified_time" content="2025-08-17">`, parse.Document{Updated: "2025-08-17"}},
		{"control characters", "<title>a\u202eb\u200b \t c</title>", parse.Document{Title: "ab c"}},
		{
			"a title without end", `<meta property=og:title content="` + strings.Repeat("word ", 1000) + `">`,
			parse.Document{Title: strings.TrimSpace(strings.Repeat("word ", 100))},
		},
	}
	for _, tt := range tests {
		got := described(t, "", tt.head)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	const siteName = `<meta property=og:site_name content="The Courier">`
	tests := []struct{ head, want string }{
		{`<title>Road opens | The Courier</title>` + siteName, "Road opens"},
		{`<title>Road opens – the courier</title>` + siteName, "Road opens"},
		{`<title>The Courier - Road opens</title>` + siteName, "Road opens"},
		{`<title>Road opens - at last - The Courier</title>` + siteName, "Road opens - at last"},
		{`<title>Road opens | Another Paper</title>` + siteName, "Road opens | Another Paper"},
		{`<title>The Courier</title>` + siteName, "The Courier"},
		{`<title>What The Courier knows</title>` + siteName, "What The Courier knows"},
		{`<title>Road opens | Courier</title></head><body><h1>Road opens</h1>`, "Road opens"},
		{`<title>Road opens | Courier</title></head><body><h1>Courier</h1><h1>Road opens</h1>`, "Road opens"},
		{`<meta property=og:title content="Road &#039;opens&#039; | The Courier"><title>x</title>` + siteName, "Road 'opens'"},
		{ld(`{"@type":"Article","headline":"Road opens"}`) + `<title>x</title>`, "Road opens"},
		{ld(`{"@type":"Article","name":"River","headline":"body of water"}`) + `<title>River - Lexicon</title>`, "River"},
		{ld(`{"@type":"Article","name":"The Courier"}`) + `<title>Road opens - The Courier</title>` + siteName, "Road opens"},
		{`<title>Road opens | All the news</title></head><body><h1>All the news</h1>`, "Road opens | All the news"},
		{`<title>Road opens</title></head><body><h1>The Courier online</h1>`, "Road opens"},
		{`</head><body><h1>Road <em>opens</em></h1>`, "Road opens"},
	}
	for _, tt := range tests {
		if got := described(t, "", tt.head).Title; got != tt.want {
			t.Errorf("title of %s: %q, want %q", tt.head, got, tt.want)
		}
	}
}

func TestAddress(t *testing.T) {
	t.Parallel()
	const page = "https://www.news.example/a/story?id=7#top"
	tests := []struct{ pageURL, head, want string }{
		{page, ``, "https://www.news.example/a/story?id=7"},
		{page, `<link rel=canonical href="https://www.news.example/story">`, "https://www.news.example/story"},
		{page, `<link rel=canonical href="/story?utm_source=a&b=1&fbclid=2#x">`, "https://www.news.example/story?b=1"},
		{page, `<link rel=canonical href="https://amp.news.example/story">`, "https://amp.news.example/story"},
		{page, `<link rel=canonical href="https://other.example/story">`, "https://www.news.example/a/story?id=7"},
		{page, `<link rel=canonical href="https://www.news.example/">`, "https://www.news.example/a/story?id=7"},
		{page, `<link rel=canonical href="javascript:alert(1)"><meta property=og:url content=/b>`, "https://www.news.example/b"},
		{page, `<link rel=canonical href="https://me@www.news.example/story">`, "https://www.news.example/a/story?id=7"},
		{"https://me.github.io/a", `<link rel=canonical href="https://you.github.io/a">`, "https://me.github.io/a"},
		{"http://127.0.0.1:8080/a", `<link rel=canonical href="http://127.0.0.1:9090/a">`, "http://127.0.0.1:8080/a"},
		{"", `<link rel=canonical href="https://other.example/story">`, "https://other.example/story"},
		{"", `<link rel=canonical href="/story">`, ""},
		{"file:///etc/passwd", `<link rel=canonical href="/story">`, ""},
	}
	for _, tt := range tests {
		if got := described(t, tt.pageURL, tt.head).URL; got != tt.want {
			t.Errorf("address of %q with %s: %q, want %q", tt.pageURL, tt.head, got, tt.want)
		}
	}
}

func TestDate(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"2025-08-16T10:00:00Z": "2025-08-16T10:00:00Z", "2025-08-16T10:00:00.123Z": "2025-08-16T10:00:00Z",
		"2025-08-15T22:00:00-08:00": "2025-08-15T22:00:00-08:00", "2025-08-16T10:00:00+0200": "2025-08-16T10:00:00+02:00",
		"2025-08-16T10:00:00": "2025-08-16", "2025-08-16 10:00:00": "2025-08-16", "2025-08-16": "2025-08-16", " 2025-08 ": "2025-08", "2025": "2025",
		"August 16, 2025": "2025-08-16", "16 August 2025": "2025-08-16", "Saturday, August 16, 2025": "2025-08-16", "20250816": "2025-08-16",
		"": "", "soon": "", "2025-13-01": "", "0001-01-01T00:00:00Z": "", "16.08.2025": "", "08/09/2025": "", // which is the month?
	}
	for in, want := range tests {
		if got := date(in); got != want {
			t.Errorf("date(%q) = %q, want %q", in, got, want)
		}
	}
}
