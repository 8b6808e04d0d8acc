package feed

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseRSS(t *testing.T) {
	t.Parallel()
	const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>River News</title><language>en-gb</language>
<item><guid isPermaLink="false">1</guid><title>Two rivers &amp;amp; a mill</title><link>/a</link><pubDate>Fri, 15 Aug 2025 22:00:00 -0800</pubDate></item>
</channel></rss>`
	got, err := Parse([]byte(body), "https://news.example/feed.xml")
	if err != nil {
		t.Fatal(err)
	}
	want := Feed{Title: "River News", Lang: "en-GB", Entries: []Entry{{
		GUID: "1", URL: "https://news.example/a", Title: "Two rivers & a mill", Published: "2025-08-15T22:00:00-08:00",
	}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Parse (-want +got):\n%s", diff)
	}
}
