package corpora

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"sherpa/ingest"
	"sherpa/internal/safehttp"
)

// site is a web site whose pages a test sets. It fetches from itself.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string
	asked int
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: map[string]string{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	body, ok := s.pages[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	_, _ = io.WriteString(w, strings.ReplaceAll(body, "SITE", s.URL))
}

func (s *site) put(path, body string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = body
}

func (s *site) remove(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pages, path)
}

// requests is how often the site was asked since the last call.
func (s *site) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.asked
	s.asked = 0
	return n
}

// article puts a page with an article.
func (s *site) article(name, text string) {
	s.put("/"+name, "<html lang=en><head><title>"+name+" news</title></head><body><article><h1>"+name+" news</h1>"+
		strings.Repeat("<p>"+text+" "+name+" is told of at length here, so that the page is an article and not a list of links.</p>", 4)+
		"</article></body></html>")
}

// feed puts a feed of articles at /feed.
func (s *site) feed(names ...string) {
	var items strings.Builder
	for _, n := range names {
		title, _, _ := strings.Cut(n, "?")
		fmt.Fprintf(&items, "<item><title>%s</title><link>SITE/%s</link><guid>%s</guid></item>", n, title, title)
	}
	s.put("/feed", `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Wire</title>`+items.String()+"</channel></rss>")
}

// Fetch gets a page and fails as the guarded client does.
func (s *site) Fetch(ctx context.Context, rawURL string, _ ingest.Conditional) (ingest.Page, error) {
	if strings.HasPrefix(rawURL, "https://inside.example") {
		return ingest.Page{}, fmt.Errorf("%w (10.1.2.3)", safehttp.ErrPrivateAddress)
	}
	if strings.HasPrefix(rawURL, "https://down.example") {
		return ingest.Page{}, fmt.Errorf("%w: dial tcp 93.184.216.34:443: lookup on 10.0.0.2:53: refused", safehttp.ErrUnreachable)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, rawURL, nil)
	if err != nil {
		return ingest.Page{}, err
	}
	resp, err := s.Client().Do(req)
	if err != nil {
		return ingest.Page{}, err
	}
	defer resp.Body.Close() //nolint:errcheck // it was only read from
	if resp.StatusCode != http.StatusOK {
		return ingest.Page{}, &safehttp.StatusError{Code: resp.StatusCode}
	}
	body, err := io.ReadAll(resp.Body)
	return ingest.Page{URL: rawURL, FinalURL: rawURL, ContentType: resp.Header.Get("Content-Type"), Body: body}, err
}
