package fakellm_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"sherpa/internal/fakellm"
)

// patience is how long a test waits for what has to come.
const patience = 20 * time.Second

func timed(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}

// client speaks plain HTTP to a server.
type client struct {
	t    *testing.T
	m    *fakellm.Server
	http *http.Client
}

func newClient(t *testing.T, m *fakellm.Server) client {
	t.Helper()
	transport := &http.Transport{DisableCompression: true}
	t.Cleanup(transport.CloseIdleConnections)
	return client{t, m, &http.Client{Transport: transport}}
}

// ask is a question as a chat request; extra are further fields.
func ask(stream bool, extra ...string) string {
	fields := append([]string{
		`"model":"fake-model"`, `"messages":[{"role":"user","content":"Where was it?"}]`, fmt.Sprintf(`"stream":%t`, stream),
	}, extra...)
	return "{" + strings.Join(fields, ",") + "}"
}

// response is an answer and how its body ended.
type response struct {
	status int
	header http.Header
	body   string
	err    error
}

// open sends a request and returns when the headers are there.
func (c client) open(ctx context.Context, method, path, body string) (*http.Response, error) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(ctx, method, c.m.APIURL()+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer sk-secret")
	return c.http.Do(r)
}

// post sends a request and reads its whole answer.
func (c client) post(path, body string) response {
	c.t.Helper()
	resp, err := c.open(timed(c.t), http.MethodPost, path, body)
	if err != nil {
		return response{err: err}
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	return response{resp.StatusCode, resp.Header, string(text), err}
}

func (c client) chat(body string) response {
	c.t.Helper()
	return c.post(fakellm.PathChat, body)
}

// heard is what a client understands of a stream.
type heard struct {
	text, reasoning, refusal, finish string
	done                             bool
	usage                            *usage
	events                           int
	// broken is what stands after the last whole event.
	broken string
}

type usage struct {
	Prompt     int64 `json:"prompt_tokens"`
	Completion int64 `json:"completion_tokens"`
}

type event struct {
	Choices []struct {
		Delta struct {
			Content, Refusal string
			Reasoning        string `json:"reasoning_content"`
		}
		Finish *string `json:"finish_reason"`
	}
	Usage *usage
}

// hear reads a stream's events.
func hear(t *testing.T, body string) (h heard) {
	t.Helper()
	blocks := strings.Split(body, "\n\n")
	h.broken = blocks[len(blocks)-1]
	for _, block := range blocks[:len(blocks)-1] {
		data, ok := strings.CutPrefix(block, "data: ")
		if !ok {
			t.Fatalf("%q is no event", block)
		}
		if data == "[DONE]" {
			h.done = true
			continue
		}
		var e event
		if err := json.Unmarshal([]byte(data), &e); err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		h.take(e)
	}
	return h
}

func (h *heard) take(e event) {
	h.events++
	if e.Usage != nil {
		h.usage = e.Usage
	}
	for _, c := range e.Choices {
		h.text += c.Delta.Content
		h.refusal += c.Delta.Refusal
		h.reasoning += c.Delta.Reasoning
		if c.Finish != nil {
			h.finish = *c.Finish
		}
	}
}

// whole is what a client understands of a reply in one.
type whole struct {
	Choices []struct {
		Message struct{ Content, Refusal *string }
		Finish  *string `json:"finish_reason"`
	}
	Usage *usage
}

func read(t *testing.T, body string) (w whole) {
	t.Helper()
	if err := json.Unmarshal([]byte(body), &w); err != nil || len(w.Choices) != 1 {
		t.Fatalf("%q is no reply: %v", body, err)
	}
	return w
}
