package fakellm_test

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"sherpa/internal/fakellm"
)

func TestRefusals(t *testing.T) {
	t.Parallel()
	for name, step := range fakellm.Refusing() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := fakellm.New(t, fakellm.Options{})
			m.Script(step)
			got := newClient(t, m).chat(ask(true))
			if got.err != nil || got.status < 400 || name[:3] != strconv.Itoa(got.status) {
				t.Errorf("%d %q: %v", got.status, got.body, got.err)
			}
			if echoes := strings.Contains(got.body, "sk-secret"); echoes != strings.Contains(name, "with the") {
				t.Errorf("it repeats the key: %t", echoes)
			}
			if after := got.header.Get("Retry-After"); (after == "1") != (name == "429 and 1 s") {
				t.Errorf("Retry-After is %q", after)
			}
			if html := strings.HasPrefix(got.header.Get("Content-Type"), "text/html"); html != strings.HasSuffix(name, "HTML") {
				t.Errorf("Content-Type is %q", got.header.Get("Content-Type"))
			}
			if c := m.Chats()[0]; c.Status != got.status || c.Left {
				t.Errorf("it is remembered as %+v", c)
			}
		})
	}
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{})
	c := newClient(t, m)
	m.Script(fakellm.RateLimited(300*time.Millisecond), fakellm.RateLimitedUntil(time.Unix(0, 0)))
	if h := c.chat(ask(true)).header; h.Get("Retry-After") != "1" || h.Get("Retry-After-Ms") != "300" {
		t.Errorf("%v", h)
	}
	if h := c.chat(ask(true)).header; h.Get("Retry-After") != "Thu, 01 Jan 1970 00:00:00 GMT" {
		t.Errorf("%v", h)
	}
}

// TestGarbage holds that no garbage says anything, and that what is odd does.
func TestGarbage(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{})
	c := newClient(t, m)
	for name, reply := range fakellm.Garbage() {
		m.Script(reply)
		got := c.chat(ask(true))
		if got.err != nil || got.status != http.StatusOK || got.body != reply.Body {
			t.Errorf("%s: %d %.100q: %v", name, got.status, got.body, got.err)
		}
	}
	for name, reply := range fakellm.Odd("It was so.") {
		m.Script(reply)
		got := c.chat(ask(true))
		body := strings.NewReplacer("\uFEFF", "", "\r", "", "\t", "", "event: message\nid: 7\n", "", ": keep-alive\n\n", "", "data: ", "data:").Replace(got.body)
		h := hear(t, strings.ReplaceAll(strings.TrimLeft(body, "\n"), "data:", "data: "))
		if h.text != "It was so." || h.finish != "stop" || !h.done {
			t.Errorf("%s: %+v", name, h)
		}
	}
}

func TestLongLines(t *testing.T) {
	t.Parallel()
	m := fakellm.New(t, fakellm.Options{})
	c := newClient(t, m)
	const long = 3 << 20
	m.Script(fakellm.LongLine(long), fakellm.Comments(400, "x"))
	if got := c.chat(ask(true)); len(got.body) < long || strings.Contains(got.body, "\n") {
		t.Errorf("a line of %d bytes: %v", len(got.body), got.err)
	}
	if got := c.chat(ask(true)); strings.Count(got.body, "\n: keep-alive") != 399 || hear(t, got.body[400*len(": keep-alive\n\n"):]).text != "x" {
		t.Errorf("comments: %.100q", got.body)
	}
}

// TestWaits measures that each wait is where it should be.
func TestWaits(t *testing.T) {
	t.Parallel()
	const wait = 60 * time.Millisecond
	for _, tt := range []struct {
		name            string
		reply           fakellm.Reply
		stream          bool
		headers, pieces int // how many waits there are before them
	}{
		{"none", fakellm.Reply{Text: "abc", Piece: 1}, true, 0, 0},
		{"before the headers", fakellm.Reply{Text: "abc", Piece: 1, BeforeHeaders: wait}, true, 1, 0},
		{"before the first", fakellm.Reply{Text: "abc", Piece: 1, BeforeFirst: wait}, true, 0, 1},
		{"between", fakellm.Reply{Text: "abc", Piece: 1, Between: wait}, true, 0, 2},
		{"between, whole", fakellm.Reply{Text: "abc", Piece: 150, Between: wait}, false, 0, 1},
		{"an error", fakellm.Reply{Status: 500, BeforeHeaders: wait}, false, 1, 0},
		{"an error's body", fakellm.Reply{Status: 500, Body: "x", BodyEnd: "y", BodyTimes: 2, BeforeFirst: wait}, false, 0, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := fakellm.New(t, fakellm.Options{})
			m.Script(tt.reply)
			start := time.Now()
			resp, err := newClient(t, m).open(timed(t), http.MethodPost, fakellm.PathChat, ask(tt.stream))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = resp.Body.Close() }()
			headers := time.Since(start)
			start = time.Now()
			if _, err := io.Copy(io.Discard, resp.Body); err != nil {
				t.Fatal(err)
			}
			if headers < time.Duration(tt.headers)*wait || time.Since(start) < time.Duration(tt.pieces)*wait-5*time.Millisecond {
				t.Errorf("the headers took %v, the body %v", headers, time.Since(start))
			}
		})
	}
}

// TestClientsThatLeave holds that it is noticed when a client goes.
func TestClientsThatLeave(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		reply fakellm.Reply
		// headers says that they come.
		headers bool
	}{
		{"before the headers", fakellm.Reply{Hang: true}, false},
		{"a long wait", fakellm.Reply{Text: "x", BeforeHeaders: time.Hour}, false},
		{"after the headers", fakellm.Reply{Hang: true, Headers: true}, true},
		{"before the first piece", fakellm.Reply{Text: "x", BeforeFirst: time.Hour}, true},
		{"between pieces", fakellm.Reply{Text: "xy", Piece: 1, Between: time.Hour}, true},
		{"a text without end", fakellm.Reply{Text: "on and on ", Endless: true, Between: time.Millisecond}, true},
		{"a text without end or pause", fakellm.Reply{Text: "on and on ", Endless: true}, true},
		{"comments without end", fakellm.EndlessComments(), true},
	} {
		for _, stream := range []bool{true, false} {
			t.Run(tt.name, func(t *testing.T) {
				t.Parallel()
				m := fakellm.New(t, fakellm.Options{})
				m.Script(tt.reply)
				ctx, leave := context.WithCancel(timed(t))
				defer leave()
				go func() {
					_ = m.WaitFor(ctx, func() bool { return m.Count() == 1 && (!tt.headers || m.Calls()[0].Status != 0) })
					if !tt.headers {
						leave()
					}
				}()
				resp, err := newClient(t, m).open(ctx, http.MethodPost, fakellm.PathChat, ask(stream))
				if (err == nil) != tt.headers {
					t.Fatalf("the headers: %v", err)
				}
				leave()
				if resp != nil {
					_ = resp.Body.Close()
				}
				if err := m.WaitFor(timed(t), func() bool { return m.Calls()[0].Left }); err != nil {
					t.Fatal("it is not noticed that the client left")
				}
				if c := m.Calls()[0]; c.Ended.IsZero() || c.Ended.Sub(c.Time) > patience {
					t.Errorf("it ended at %v", c.Ended)
				}
			})
		}
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	m, other := fakellm.New(t, fakellm.Options{}), fakellm.New(t, fakellm.Options{})
	c := newClient(t, m)
	m.Script(fakellm.RedirectSameHost(other), fakellm.Redirect(other))
	if other.KeyArrived("sk-secret") {
		t.Error("the key is there before any call")
	}
	got := c.chat(ask(false)) // Go's client follows, with the key
	if got.status != http.StatusOK || !other.KeyArrived("sk-secret") || other.Count() != 1 {
		t.Errorf("the other server got %d calls: %+v", other.Count(), got)
	}
	c.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	got = c.chat(ask(false))
	if to := got.header.Get("Location"); got.status != http.StatusTemporaryRedirect || !strings.HasPrefix(to, "http://localhost:") || other.Count() != 1 {
		t.Errorf("%d to %q", got.status, to)
	}
}
