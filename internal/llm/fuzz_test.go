package llm

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sherpa/internal/fakellm"
)

// FuzzStream has a server send any bytes, over a real connection: nothing panics,
// and there is no reply without the word that it is complete.
func FuzzStream(f *testing.F) {
	for _, reply := range fakellm.Garbage() {
		f.Add([]byte(reply.Body))
	}
	for _, reply := range fakellm.Odd("Text [a1b2].") {
		f.Add([]byte(reply.Body))
	}
	f.Add([]byte(`{"choices":[{"message":{"content":[{"type":"text","text":"a"}],"refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":-1}}`))
	f.Add([]byte("data: {\"error\":\ndata: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}\n"))
	var body atomic.Pointer[[]byte]
	s := &http.Server{
		ReadHeaderTimeout: time.Minute,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write(*body.Load()) // a client that leaves is no matter
		}),
	}
	p := newPipes()
	ended := make(chan struct{})
	go func() { defer close(ended); _ = s.Serve(p) }() // ends with Close
	f.Cleanup(func() { _ = s.Close(); <-ended })
	c, err := New(Options{BaseURL: "http://127.0.0.1/v1", Model: "m", APIKey: canary, Limits: Limits{Failures: 1 << 30, Retries: -1}})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(c.Close)
	c.http.Transport.(*http.Transport).DialContext = func(ctx context.Context, n, a string) (net.Conn, error) { return p.dial(ctx, n, a) } //nolint:forcetypeassert // it is ours
	f.Fuzz(func(t *testing.T, data []byte) {
		body.Store(&data)
		got, err := generate(t.Context(), c, plain())
		switch {
		case err != nil && reasonOf(err) == "":
			t.Errorf("it ends with %v", err)
		case err == nil && !strings.Contains(strings.ReplaceAll(string(data), `\u00`, "stop"), "stop"):
			t.Errorf("%q gives %q", data, got.Text)
		case err == nil && (strings.TrimSpace(got.Text) == "" || got.Usage.PromptTokens <= 0):
			t.Errorf("%q gives %+v", data, got)
		case err != nil:
			silent(t, err)
		}
	})
}

// FuzzBody holds that limits of sizes hold, and that nothing is lost within them.
func FuzzBody(f *testing.F) {
	f.Add("data: x\n\ndata: y", 3)
	f.Add("\ufeff\n {\"a\":1}\r\n", 1)
	f.Add(strings.Repeat("x", 5000)+"\n", 7)
	f.Fuzz(func(t *testing.T, text string, step int) {
		const response, line = 6000, 5000
		from := &bounded{from: &slow{strings.NewReader(text), max(step, 1)}, response: response, line: line}
		r, err := framed(from)
		if err != nil {
			if len(text) <= line {
				t.Fatal(err)
			}
			return
		}
		got, err := io.ReadAll(r)
		switch {
		case err == nil && len(text) > response:
			t.Errorf("%d bytes are read", len(text))
		case err != nil && len(text) <= line:
			t.Errorf("%d bytes give %v", len(text), err)
		case err == nil && squeezed(string(got)) != squeezed(strings.TrimPrefix(text, "\ufeff")):
			t.Errorf("%q is read as %q", text, got)
		}
	})
}

// squeezed leaves out what framing adds.
func squeezed(text string) string {
	return strings.TrimPrefix(strings.NewReplacer("\n", "", "\r", "", "\t", "", " ", "").Replace(text), "data:")
}

// slow reads a few bytes at a time.
type slow struct {
	from io.Reader
	step int
}

func (s *slow) Read(p []byte) (int, error) { return s.from.Read(p[:min(len(p), s.step)]) }

func FuzzRefusal(f *testing.F) {
	f.Add(400, `{"error":{"message":"'temperature' is not supported","param":"temperature","code":7}}`, "3")
	f.Add(429, `{"error":"busy"}`, "Fri, 31 Dec 1999 23:59:59 GMT")
	f.Add(422, `{"detail":[{"loc":["body"]}]}`, "1e400")
	f.Add(429, `{"error":"busy"}`, "Fri, 31 Dec 9999 23:59:59 GMT")
	c := cleaner{key: canary, prompt: plain().Messages}
	f.Fuzz(func(t *testing.T, status int, body, wait string) {
		r := newRefusal(status, http.Header{"Retry-After": {wait}}, []byte(body))
		if r.after < 0 || r.after > 1<<62 {
			t.Errorf("%q is a wait of %s", wait, r.after)
		}
		request := Options{Model: "m", MaxTokens: 1}.request(structured(), 0)
		if q := r.objection(request, 0); q != 0 && quirkNames[q] == "" && q != newField|noTemperature|roomy {
			t.Errorf("%q objects to %b", body, q)
		}
		silent(t, fmt.Errorf("%s", r.fault(c).text))
	})
}
