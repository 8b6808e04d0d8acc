package fakediscord_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// noPings is what every message has.
const noPings = `"allowed_mentions":{"parse":[]}`

// timed ends long before a test that hangs would be killed.
func timed(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// answer is what the API answered.
type answer struct {
	Status int
	Code   int
	ID     string
	header http.Header
	body   []byte
}

// client is a bot that says who it is.
type client struct {
	t    *testing.T
	d    *fakediscord.Server
	http *http.Client
}

func newClient(t *testing.T, d *fakediscord.Server) client {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return client{t: t, d: d, http: &http.Client{Transport: transport}}
}

// request is a request as a well-behaved bot sends it.
func (c client) request(method, path, body string) *http.Request {
	c.t.Helper()
	r, err := http.NewRequestWithContext(timed(c.t), method, c.d.APIURL()+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("User-Agent", "DiscordBot (https://example.org, 1)")
	r.Header.Set("Authorization", "Bot "+c.d.Token())
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	return r
}

func (c client) do(r *http.Request) (answer, error) {
	c.t.Helper()
	resp, err := c.http.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return answer{}, err
	}
	a := answer{Status: resp.StatusCode, header: resp.Header, body: body}
	var parsed struct {
		Code int    `json:"code"`
		ID   string `json:"id"`
	}
	if json.Unmarshal(body, &parsed) == nil {
		a.Code, a.ID = parsed.Code, parsed.ID
	}
	return a, nil
}

// ask sends a request that is answered.
func (c client) ask(method, path, body string) answer {
	c.t.Helper()
	a, err := c.do(c.request(method, path, body))
	if err != nil {
		c.t.Fatal(err)
	}
	return a
}

// want sends a request and holds its status and error code against the wanted.
func (c client) want(method, path, body string, status, code int) answer {
	c.t.Helper()
	a := c.ask(method, path, body)
	if a.Status != status || a.Code != code {
		c.t.Errorf("%s %s %.100s: %d, code %d; want %d, code %d: %s", method, path, body, a.Status, a.Code, status, code, a.body)
	}
	return a
}

// message is the body of a message with a text.
func message(content string) string { return fmt.Sprintf(`{"content":%q,%s}`, content, noPings) }

// withFile is a message with the file a.txt, which says hello.
func (c client) withFile(payload string) *http.Request {
	c.t.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	if err := parts.WriteField("payload_json", payload); err != nil {
		c.t.Fatal(err)
	}
	part, err := parts.CreateFormFile("files[0]", "a.txt")
	if err != nil {
		c.t.Fatal(err)
	}
	if _, err := io.WriteString(part, "hello"); err != nil {
		c.t.Fatal(err)
	}
	if err := parts.Close(); err != nil {
		c.t.Fatal(err)
	}
	r := c.request(http.MethodPost, "/channels/"+channel+"/messages", body.String())
	r.Header.Set("Content-Type", parts.FormDataContentType())
	return r
}

// clock is a clock that stands until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// contents are the texts of messages.
func contents(messages []fakediscord.Message) []string {
	list := []string{}
	for _, m := range messages {
		list = append(list, m.Content)
	}
	return list
}

func equal[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}
