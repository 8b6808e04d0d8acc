package safehttp

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// site starts a server on loopback and returns its address and a client that
// may reach it.
func site(t *testing.T, handler http.HandlerFunc, change ...func(*Options)) (base string, c *Client) {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	o := Options{AllowHosts: []string{strings.TrimPrefix(s.URL, "http://")}, UserAgent: "sherpa/1 (+mailto:editor@example.org)"}
	for _, f := range change {
		f(&o)
	}
	return s.URL, New(o)
}

func TestGet(t *testing.T) {
	t.Parallel()
	sent := make(chan http.Header, 1)
	base, c := site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/story" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Sat, 16 Aug 2025 10:00:00 GMT")
		sent <- r.Header
		_, _ = w.Write([]byte("a story"))
	})
	got, err := c.Get(t.Context(), base+"/story#part", Validators{})
	if err != nil {
		t.Fatal(err)
	}
	want := &Response{
		URL: base + "/story#part", FinalURL: base + "/story", ContentType: "text/html; charset=iso-8859-1",
		Body: []byte("a story"), ETag: `"v1"`, LastModified: "Sat, 16 Aug 2025 10:00:00 GMT",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Get (-want +got):\n%s", diff)
	}
	header := <-sent
	if got := header.Get("User-Agent"); got != "sherpa/1 (+mailto:editor@example.org)" {
		t.Errorf("User-Agent: %q", got)
	}
	if header.Get("Cookie") != "" || header.Get("Referer") != "" {
		t.Errorf("headers that tell of the reader: %v", header)
	}
}
