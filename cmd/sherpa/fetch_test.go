package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const bridgePage = `<!doctype html><html lang="en"><head><title>Bridge opens after four years</title>
<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2024-05-04"></head><body><article>
<h1>Bridge opens after four years</h1>
<p>The new bridge over the river opened on 3 May 2024, four years after work began. Mayor Ada Quill cut the ribbon in front of about nine hundred people who had waited since the morning.</p>
<p>The bridge cost 41 million crowns, twice what the council had planned. Buses will cross it every ten minutes, and the old ferry will stop at the end of June, after more than a century on the river.</p>
</article></body></html>`

// TestIngestPage fetches a page of this machine: refused, unless the settings
// allow its host; and the site is told who asks.
func TestIngestPage(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	agents := make(chan string, 10)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/bridge" {
			http.NotFound(w, r)
			return
		}
		agents <- r.UserAgent()
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(bridgePage))
	}))
	t.Cleanup(server.Close)
	home, host := t.TempDir(), strings.TrimPrefix(server.URL, "http://")
	sherpa := func(allow string, args ...string) (int, string, string) {
		var stdout, stderr bytes.Buffer
		variables := map[string]string{"HOME": home, "SHERPA_FETCH_ALLOW_HOSTS": allow, "SHERPA_OPERATOR_CONTACT": "desk@example.org"}
		code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, func(name string) string { return variables[name] })
		return code, stdout.String(), stderr.String()
	}

	if code, stdout, stderr := sherpa("", "ingest", server.URL+"/bridge"); code != 65 {
		t.Errorf("without leave: code %d, %s%s; want 65", code, stdout, stderr)
	}
	if code, stdout, stderr := sherpa(host, "ingest", server.URL+"/bridge"); code != 0 || !strings.HasPrefix(stdout, "Added 1,") {
		t.Fatalf("with leave: code %d, %s%s; want one article", code, stdout, stderr)
	}
	if agent := <-agents; !strings.HasPrefix(agent, "sherpa/") || !strings.Contains(agent, "desk@example.org") {
		t.Errorf("User-Agent %q, want sherpa and the contact", agent)
	}
	if _, stdout, _ := sherpa("", "ask", "When did the bridge open?"); !strings.Contains(stdout, "opened on 3 May 2024") {
		t.Errorf("the page does not answer:\n%s", stdout)
	}
}
