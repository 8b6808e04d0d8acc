package llm

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// inBubble plays with a clock that jumps, and with the limits that hold where
// nothing is set.
func inBubble(t *testing.T, play func(t *testing.T, s *fakellm.Server, c *Client)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		s, err := fakellm.Start(fakellm.Options{Listener: p, NoSpec: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		c, err := New(Options{BaseURL: "http://127.0.0.1/v1", Model: fakellm.DefaultModel, APIKey: canary})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		c.http.Transport.(*http.Transport).DialContext = p.dial //nolint:forcetypeassert // it is ours
		play(t, s, c)
	})
}

// TestLimits shows the limits of time, to the millisecond.
func TestLimits(t *testing.T) {
	t.Parallel()
	const ms = time.Millisecond
	for _, tt := range []struct {
		name   string
		reply  fakellm.Reply
		model  string
		reason answer.Reason // "" for a whole reply
		after  time.Duration
	}{
		{"no headers", fakellm.Reply{Hang: true}, "", answer.ReasonTimeout, 15 * time.Second},
		{"no body", fakellm.Reply{Hang: true, Headers: true}, "", answer.ReasonTimeout, 15 * time.Second},
		{"first token in time", fakellm.Reply{Text: "text", BeforeFirst: 15*time.Second - ms}, "", "", 15*time.Second - ms},
		{"first token too late", fakellm.Reply{Text: "text", BeforeFirst: 15*time.Second + ms}, "", answer.ReasonTimeout, 15 * time.Second},
		{"headers and first token too late together", fakellm.Reply{Text: "text", BeforeHeaders: 8 * time.Second, BeforeFirst: 8 * time.Second}, "", answer.ReasonTimeout, 15 * time.Second},
		{"a token in 9 s", fakellm.Reply{Text: "1234", Piece: 1, Between: 9 * time.Second}, "", "", 27 * time.Second},
		{"a token in 11 s", fakellm.Reply{Text: "1234", Piece: 1, Between: 11 * time.Second}, "", answer.ReasonTimeout, 10 * time.Second},
		{"ten hours", fakellm.Reply{Text: "word ", Piece: 1, Between: 9 * time.Second, Endless: true}, "", answer.ReasonTimeout, 45 * time.Second},
		{"only comments", fakellm.Reply{Status: 200, BodyEnd: ": k\n\n", Between: time.Second}, "", answer.ReasonTimeout, 15 * time.Second},
		{"hidden thoughts", fakellm.Reply{Text: "text", BeforeFirst: 40 * time.Second}, "o3", "", 40 * time.Second},
		{"thoughts without end", fakellm.Reply{Hang: true, Headers: true}, "o3", answer.ReasonTimeout, 45 * time.Second},
		{
			"visible thoughts", fakellm.Reply{Reasoning: "123", Text: "4", Piece: 1, Between: 9 * time.Second}, "", "", 27 * time.Second,
		},
		{
			"all said but no end",
			fakellm.Reply{Status: 200, Body: strings.TrimSuffix(fakellm.Events("text"), "data: [DONE]\n\n"), BodyEnd: ": k\n\n", Between: time.Minute},
			"", "", 2 * time.Second,
		},
		{
			"a stream that stays open",
			fakellm.Reply{Status: 200, Body: fakellm.Events("text"), BodyEnd: ": k\n\n", Between: time.Minute},
			"", "", 50 * ms,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
				t.Helper()
				if tt.model != "" {
					c.quirks = newQuirks(tt.model)
				}
				s.Script(tt.reply)
				began := time.Now()
				_, err := generate(t.Context(), c, plain())
				if took := time.Since(began); took != tt.after {
					t.Errorf("it took %s, not %s", took, tt.after)
				}
				if got := reasonOf(err); got != tt.reason {
					t.Errorf("the reason is %q, not %q: %v", got, tt.reason, err)
				}
				if n := len(s.Chats()); n != 1 {
					t.Errorf("%d attempts", n)
				}
			})
		})
	}
}

// reasonOf is the reason of an error, or "" for none.
func reasonOf(err error) answer.Reason {
	if failed, ok := errors.AsType[*answer.GenerateError](err); ok {
		return failed.Reason
	}
	return ""
}

// TestWaits shows how long is waited before a request is sent again.
func TestWaits(t *testing.T) {
	t.Parallel()
	const fails = http.StatusInternalServerError
	failing := fakellm.HTMLPage(fails)
	for _, tt := range []struct {
		name        string
		steps       []fakellm.Step
		least, most time.Duration
		attempts    int
	}{
		{"failing", []fakellm.Step{failing, failing}, 0, 2500 * time.Millisecond, 3},
		{"asked to wait", []fakellm.Step{fakellm.RateLimited(7 * time.Second)}, 7 * time.Second, 7 * time.Second, 2},
		{"asked to wait for less than a second", []fakellm.Step{fakellm.RateLimited(300 * time.Millisecond)}, 300 * time.Millisecond, 300 * time.Millisecond, 2},
		{"asked to wait twice", []fakellm.Step{fakellm.RateLimited(7 * time.Second), fakellm.RateLimited(9 * time.Second)}, 16 * time.Second, 16 * time.Second, 3},
		{"asked to wait long", []fakellm.Step{fakellm.RateLimited(20 * time.Second)}, 20 * time.Second, 20 * time.Second, 2},
		{"asked to wait too long", []fakellm.Step{fakellm.RateLimited(21 * time.Second)}, 0, 0, 1},
		{"asked to wait beyond the end", []fakellm.Step{fakellm.RateLimited(20 * time.Second), fakellm.RateLimited(20 * time.Second), failing}, 40 * time.Second, 40 * time.Second, 3},
		{"busy", []fakellm.Step{fakellm.RateLimited(0), fakellm.Overloaded()}, 0, 2500 * time.Millisecond, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
				t.Helper()
				s.Script(tt.steps...)
				began := time.Now()
				_, err := generate(t.Context(), c, plain())
				if took := time.Since(began); took < tt.least || took > tt.most {
					t.Errorf("it took %s, not %s to %s: %v", took, tt.least, tt.most, err)
				}
				if n := len(s.Chats()); n != tt.attempts {
					t.Errorf("%d attempts, not %d", n, tt.attempts)
				}
			})
		})
	}
}

// TestJitter shows that waits differ, lie within their bounds and use them.
func TestJitter(t *testing.T) {
	t.Parallel()
	var longest [2]time.Duration
	for range 1000 {
		j := &jitter{pauses: Limits{}.withDefaults().pauses, until: time.Now().Add(time.Minute)}
		for i := range longest {
			longest[i] = max(longest[i], j.NextBackOff())
			j.Reset()
		}
	}
	for i, most := range []time.Duration{500 * time.Millisecond, 2 * time.Second} {
		if longest[i] > most || longest[i] < most*9/10 {
			t.Errorf("the longest of 1000 waits is %s, of at most %s", longest[i], most)
		}
	}
}

// TestBreaker shows that a server which fails five times in a row is left alone
// for half a minute, and then tried by one.
func TestBreaker(t *testing.T) {
	t.Parallel()
	inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
		t.Helper()
		s.Always(fakellm.HTMLPage(http.StatusBadGateway))
		for range 4 {
			if _, err := generate(t.Context(), c, plain()); reasonOf(err) != answer.ReasonUnavailable {
				t.Fatal(err)
			}
		}
		if n := len(s.Chats()); n != 5 {
			t.Errorf("%d requests to a server that fails, not 5", n)
		}
		time.Sleep(31 * time.Second) //nolint:forbidigo // the clock of the bubble
		if _, err := generate(t.Context(), c, plain()); err == nil {
			t.Error("a failing server gives a reply")
		}
		if n := len(s.Chats()); n != 6 {
			t.Errorf("%d requests, not one to try", n)
		}
		time.Sleep(31 * time.Second) //nolint:forbidigo // the clock of the bubble
		s.Handle(nil)
		for range 3 {
			if _, err := generate(t.Context(), c, plain()); err != nil {
				t.Error(err)
			}
		}
	})
}

// TestBreakerIsNotForMistakes shows what never leaves a server alone.
func TestBreakerIsNotForMistakes(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]fakellm.Step{
		"401": fakellm.Unauthorized(), "404": fakellm.UnknownModel("x"), "400": fakellm.TooLong(),
		"length": fakellm.Reply{Text: "x", Finish: "length"}, "filter": fakellm.Reply{Text: "x", Finish: "content_filter"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
				t.Helper()
				s.Always(step)
				for range 10 {
					if _, err := generate(t.Context(), c, plain()); err == nil {
						t.Fatal("it gives a reply")
					}
				}
				if n := len(s.Chats()); n != 10 {
					t.Errorf("%d requests for 10 calls", n)
				}
			})
		})
	}
}
