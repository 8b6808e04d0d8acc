package ingest_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/ingest"
	"sherpa/store"
	"sherpa/store/storetest"
)

// web fetches with a plain client; what an address may be is not tested here.
type web struct{ client *http.Client }

func (w web) Fetch(ctx context.Context, rawURL string, cond ingest.Conditional) (ingest.Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, rawURL, nil)
	if err != nil {
		return ingest.Page{}, err
	}
	if cond.ETag != "" {
		req.Header.Set("If-None-Match", cond.ETag)
	}
	if req.URL.Hostname() != "127.0.0.1" {
		return ingest.Page{}, fmt.Errorf("no way to %s", req.URL.Host)
	}
	resp, err := w.client.Do(req)
	if err != nil {
		return ingest.Page{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return ingest.Page{}, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return ingest.Page{}, fmt.Errorf("the server answers %s", resp.Status)
	}
	return ingest.Page{
		URL: rawURL, FinalURL: resp.Request.URL.String(), ContentType: resp.Header.Get("Content-Type"), Body: body,
		ETag: resp.Header.Get("ETag"), NotModified: resp.StatusCode == http.StatusNotModified,
	}, nil
}

// site is a server whose pages can be changed, and which counts what it sent.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string
	kinds map[string]string
	sent  []string
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: map[string]string{}, kinds: map[string]string{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, ok := s.pages[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body = strings.ReplaceAll(body, "SITE", s.URL)
	etag := fmt.Sprintf(`"%x"`, ingest.Simhash(body))
	w.Header().Set("ETag", etag)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.sent = append(s.sent, r.URL.Path)
	if kind := s.kinds[r.URL.Path]; kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	_, _ = io.WriteString(w, body)
}

func (s *site) put(path, body string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = body
}

// requests returns the pages that were sent since the last call.
func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := s.sent
	s.sent = nil
	return sent
}

// ingestFrom runs on addresses of the site.
func (s *site) ingestFrom(t *testing.T, st *store.Store, paths ...string) ingest.Report {
	t.Helper()
	inputs := make([]string, len(paths))
	for i, p := range paths {
		inputs[i] = s.URL + p
	}
	report, err := ingest.New(st, ingest.Options{Fetcher: web{s.Client()}, Workers: 2}).Run(t.Context(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// htmlPage is a page with an article about one thing.
func htmlPage(title string) string {
	return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>"+title+" was seen in the harbour of Norvik on Friday, the council says. "+sentence(strings.ToLower(title), 40)+"</p>", 4) +
		"</article></body></html>"
}

func TestPage(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	s.put("/ferry", htmlPage("Ferry"))
	if got := s.ingestFrom(t, st, "/ferry?utm_source=letter#top"); got.Added != 1 {
		t.Fatalf("first visit: %+v", got)
	}
	a, err := st.Article(t.Context(), s.URL+"/ferry")
	if err != nil || a.Title != "Ferry" || a.URL != s.URL+"/ferry" {
		t.Fatalf("article %+v, %v", a, err)
	}
	s.requests()
	if got := s.ingestFrom(t, st, "/ferry"); got.Unchanged != 1 || len(s.requests()) != 0 {
		t.Errorf("second visit: %+v", got)
	}
	s.put("/ferry", strings.ReplaceAll(htmlPage("Ferry"), "Friday", "Sunday"))
	if got := s.ingestFrom(t, st, "/ferry"); got.Updated != 1 {
		t.Errorf("after a change: %+v", got)
	}
	if err := st.Remove(t.Context(), s.URL+"/ferry"); err != nil {
		t.Fatal(err)
	}
	if got := s.ingestFrom(t, st, "/ferry"); got.Added != 1 {
		t.Errorf("after it was removed: %+v", got)
	}
}

func TestPageOfOtherKinds(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	s.put("/plain", ferry)
	s.put("/markdown", "---\ntitle: Pier\nid: stolen\nurl: https://elsewhere.example/pier\n---\nThe pier is old.")
	s.put("/image", "PNG")
	s.put("/pdf", "%PDF-1.7")
	s.put("/front", "<html><body><a href='/x'>more</a></body></html>")
	s.kinds = map[string]string{"/plain": "text/plain; charset=utf-8", "/markdown": "text/markdown", "/image": "image/png", "/pdf": "application/pdf"}
	got := s.ingestFrom(t, st, "/plain", "/markdown", "/image", "/pdf", "/front", "/nothing")
	want := ingest.Report{Added: 2, Passages: 2, Skipped: []ingest.Skip{
		{Input: s.URL + "/image", Reason: "the address holds no page but image/png; name the article's page"},
		{Input: s.URL + "/pdf", Reason: "PDF is not supported; save the article as text or HTML"},
		{Input: s.URL + "/front", Reason: "the page has no article that can be read"},
		{Input: s.URL + "/nothing", Reason: "the server answers 404 Not Found"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	// A page cannot pass for another site's article.
	if diff := cmp.Diff([]string{s.URL + "/markdown", s.URL + "/plain"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

const feedHead = `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Wire</title><language>en</language>`

func feedItem(name, title string) string {
	return "<item><title>" + title + "</title><link>SITE/" + name + "</link><guid>" + name + "</guid><pubDate>Sun, 03 Mar 2024 10:00:00 GMT</pubDate></item>"
}

func TestFeed(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	for _, name := range []string{"Ferry", "Pier", "Gull"} {
		s.put("/"+name, htmlPage(name))
	}
	s.put("/feed", feedHead+feedItem("Ferry", "Ferry")+feedItem("Pier", "Pier")+feedItem("Gone", "Gone")+"</channel></rss>")
	got := s.ingestFrom(t, st, "/feed")
	if got.Added != 2 || len(got.Skipped) != 1 || got.Skipped[0].Input != s.URL+"/Gone" {
		t.Fatalf("first visit: %+v", got)
	}
	a, err := st.Article(t.Context(), s.URL+"/Pier")
	if err != nil || a.Publisher != "Coast Wire" || a.Published != "2024-03-03T10:00:00Z" {
		t.Errorf("article %+v, %v", a, err)
	}
	s.requests()

	t.Log("a missing page is tried again, the others are not")
	s.put("/Gone", htmlPage("Gone"))
	if got := s.ingestFrom(t, st, "/feed"); got.Added != 1 || got.Unchanged != 2 {
		t.Errorf("second visit: %+v", got)
	}
	if diff := cmp.Diff([]string{"/feed", "/Gone"}, s.requests()); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}

	t.Log("an unchanged feed costs one request")
	if got := s.ingestFrom(t, st, "/feed"); got.Unchanged != 3 || len(s.requests()) != 0 {
		t.Errorf("third visit: %+v", got)
	}

	t.Log("new and changed entries are taken, removed articles stay away")
	if err := st.Remove(t.Context(), s.URL+"/Ferry"); err != nil {
		t.Fatal(err)
	}
	s.put("/Pier", strings.ReplaceAll(htmlPage("Pier"), "Friday", "Sunday"))
	s.put("/feed", feedHead+feedItem("Gull", "Gull")+feedItem("Ferry", "Ferry")+feedItem("Pier", "Pier, corrected")+"</channel></rss>")
	if got := s.ingestFrom(t, st, "/feed"); got.Added != 1 || got.Updated != 1 || got.Unchanged != 1 {
		t.Errorf("fourth visit: %+v", got)
	}
	if diff := cmp.Diff([]string{"/feed", "/Gull", "/Pier"}, s.requests(), sorted()); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

func sorted() cmp.Option {
	return cmp.Transformer("set", func(list []string) map[string]int {
		set := map[string]int{}
		for _, s := range list {
			set[s]++
		}
		return set
	})
}

// TestFeedText: where a page of the feed's own site cannot be had, the feed's
// text is taken, and the page is tried again later.
func TestFeedText(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	s.put("/feed", `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast Wire</title>
		<item><title>Ferry</title><link>SITE/Ferry</link><guid>Ferry</guid><content:encoded><![CDATA[<p>`+sentence("feed", 60)+`</p><p>`+sentence("more", 60)+`</p>]]></content:encoded></item>
		<item><title>Other</title><link>http://elsewhere.invalid/x</link><guid>Other</guid><content:encoded><![CDATA[<p>`+sentence("other", 60)+`</p><p>`+sentence("another", 60)+`</p>]]></content:encoded></item></channel></rss>`)
	got := s.ingestFrom(t, st, "/feed")
	if got.Added != 1 || len(got.Skipped) != 1 || got.Skipped[0].Input != "http://elsewhere.invalid/x" {
		t.Fatalf("first visit: %+v", got)
	}
	s.put("/Ferry", htmlPage("Ferry"))
	if got = s.ingestFrom(t, st, "/feed"); got.Updated != 1 {
		t.Errorf("once the page is there: %+v", got)
	}
	if diff := cmp.Diff([]string{s.URL + "/Ferry"}, ids(t, st)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

func TestBrokenFeed(t *testing.T) {
	t.Parallel()
	s, st := newSite(t), storetest.New(t)
	s.put("/feed", feedHead+"<item><title>")
	s.put("/ferry", htmlPage("Ferry"))
	got := s.ingestFrom(t, st, "/feed", "/ferry")
	if got.Added != 1 || len(got.Skipped) != 1 || !strings.Contains(got.Skipped[0].Reason, "the feed has no entries") {
		t.Errorf("report %+v", got)
	}
}
