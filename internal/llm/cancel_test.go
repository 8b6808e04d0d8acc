package llm

import (
	"context"
	"errors"
	"testing"
	"time"

	"sherpa/answer"
	"sherpa/internal/fakellm"
)

// TestCancel shows that a call ends when nobody waits for it any longer, that its
// connection is closed, and that what it took is counted all the same.
func TestCancel(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		reply fakellm.Reply
		took  Spend
	}{
		"before the headers": {fakellm.Reply{Hang: true}, Spend{PromptTokens: sentBy(plain()).many}},
		"before the text":    {fakellm.Reply{Hang: true, Headers: true}, Spend{PromptTokens: sentBy(plain()).many}},
		"within the text":    {fakellm.Reply{Text: "aaa", Piece: 3, BeforeFirst: time.Millisecond, Between: time.Minute, Endless: true}, Spend{PromptTokens: sentBy(plain()).many, CompletionTokens: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := fakellm.New(t, fakellm.Options{})
			s.Always(tt.reply)
			var j journal
			seen := make(chan Observation, 1)
			c := connect(t, s, func(o *Options) {
				o.Ledger, o.Limits = &j, Limits{}
				o.Observe = func(o Observation) { seen <- o }
			})
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var left time.Time
			time.AfterFunc(100*time.Millisecond, func() { left = time.Now(); cancel() })
			_, err := generate(ctx, c, plain())
			if took := time.Since(left); took > time.Second {
				t.Errorf("the call ended %s after it was cancelled", took)
			}
			if reasonOf(err) != answer.ReasonTimeout || !errors.Is(err, context.Canceled) {
				t.Errorf("it ends with %v", err)
			}
			if err := s.WaitFor(t.Context(), func() bool { return s.Chats()[0].Left }); err != nil {
				t.Fatal(err)
			}
			if took := s.Chats()[0].Ended.Sub(left); took > time.Second {
				t.Errorf("the connection was closed after %s", took)
			}
			if o := <-seen; o.Outcome != "cancelled" || o.Spent != tt.took {
				t.Errorf("what was observed is %+v", o)
			}
			if j.cancelled || len(j.took) != 1 || j.took[0] != tt.took {
				t.Errorf("what was settled is %+v, with a context that had ended: %t", j.took, j.cancelled)
			}
		})
	}
}

// TestCancelWhileWaiting shows that waits for a further attempt end as well.
func TestCancelWhileWaiting(t *testing.T) {
	t.Parallel()
	inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
		t.Helper()
		s.Always(fakellm.RateLimited(15 * time.Second))
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		began := time.Now()
		_, err := generate(ctx, c, plain())
		if took := time.Since(began); took != 15*time.Second {
			t.Errorf("it took %s, although the second wait is longer than anybody waits", took)
		}
		if reasonOf(err) != answer.ReasonUnavailable {
			t.Errorf("it ends with %v", err)
		}
		ctx, cancel = context.WithCancel(t.Context())
		time.AfterFunc(7*time.Second, cancel)
		began = time.Now()
		_, err = generate(ctx, c, plain())
		if took := time.Since(began); took != 7*time.Second || !errors.Is(err, context.Canceled) {
			t.Errorf("it took %s and ended with %v", took, err)
		}
	})
}

// TestDeadlineOfTheCaller shows that a shorter time than ours is kept.
func TestDeadlineOfTheCaller(t *testing.T) {
	t.Parallel()
	inBubble(t, func(t *testing.T, s *fakellm.Server, c *Client) {
		t.Helper()
		s.Always(fakellm.Reply{Hang: true})
		for range 10 { // the server is not to blame: it is asked every time
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			_, err := generate(ctx, c, plain())
			cancel()
			if reasonOf(err) != answer.ReasonTimeout || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("it ends with %v", err)
			}
		}
		if n := len(s.Chats()); n != 10 {
			t.Errorf("%d requests", n)
		}
	})
}

// TestCancelledBefore shows that nothing is sent for somebody who has left.
func TestCancelledBefore(t *testing.T) {
	t.Parallel()
	s := fakellm.New(t, fakellm.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := generate(ctx, connect(t, s, nil), plain()); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	if n := len(s.Chats()); n != 0 {
		t.Errorf("%d requests", n)
	}
}
