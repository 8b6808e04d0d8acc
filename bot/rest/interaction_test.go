package rest_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

const callbacks = "POST /interactions/*/*/callback"

func TestACallbackThatFails(t *testing.T) {
	t.Parallel()
	type faults []fakediscord.Fault
	status := func(code int) fakediscord.Fault { return fakediscord.HTMLPage(code).Once() }
	for _, tc := range []struct {
		name   string
		faults faults
		want   error
		sent   int
		acked  bool
	}{
		{"never", nil, nil, 1, true},
		{"500 once", faults{status(500)}, nil, 2, true},
		{"503 twice", faults{status(503), status(503)}, nil, 3, true},
		{"502 for ever", faults{fakediscord.HTMLPage(502)}, &rest.Error{}, 3, false},
		{"reset before", faults{fakediscord.Fault{ResetBefore: true}.Once()}, nil, 2, true},
		{"reset after: acknowledged already", faults{fakediscord.Fault{ResetAfter: true}.Once()}, nil, 2, true},
		{"unknown", faults{fakediscord.JSONError(404, 10062, "Unknown interaction").Once()}, rest.ErrUnknownInteraction, 1, false},
		{"forbidden", faults{fakediscord.JSONError(403, 50001, "Missing Access").Once()}, &rest.Error{}, 1, false},
		{"429 for a moment", faults{fakediscord.RateLimited(300*time.Millisecond, "user").Once()}, nil, 2, true},
		{"429 for too long", faults{fakediscord.RateLimited(3*time.Second, "user").Once()}, rest.ErrRateLimited, 1, false},
		{"an answer that is too late to try again", faults{{Delay: 2600 * time.Millisecond, Status: 500, Times: 1}}, &rest.Error{}, 1, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			onFakeClock(t, func(b bubble) {
				t, d, c := b.T, b.d, b.c
				for _, f := range tc.faults {
					d.Fault(callbacks, f)
				}
				in := asked(d)
				err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer})
				checkError(t, err, tc.want)
				if sent := len(d.Requests()); sent != tc.sent {
					t.Errorf("%d requests were sent, want %d", sent, tc.sent)
				}
				if acked := d.Response(in.Token).Kind != 0; acked != tc.acked {
					t.Errorf("acknowledged is %v, want %v", acked, tc.acked)
				}
				if age := time.Since(in.Created); age > 2700*time.Millisecond {
					t.Errorf("it ended %v after somebody asked", age)
				}
			})
		})
	}
}

// checkError compares by identity, and by type where want is a *rest.Error.
func checkError(t *testing.T, err, want error) {
	t.Helper()
	if _, byType := errors.AsType[*rest.Error](want); byType {
		if _, ok := errors.AsType[*rest.Error](err); !ok {
			t.Errorf("the error is %v, not an answer of Discord's", err)
		}
		return
	}
	if !errors.Is(err, want) {
		t.Errorf("the error is %v, want %v", err, want)
	}
}

func TestAnOldInteractionIsNotAcknowledged(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		in := asked(d)
		sleep(t, 2799*time.Millisecond)
		if err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer}); err != nil {
			t.Errorf("after 2.799 s: %v", err)
		}
		old := asked(d)
		sleep(t, 2801*time.Millisecond)
		if err := c.Respond(t.Context(), old, payload.Response{Kind: payload.Defer}); !errors.Is(err, rest.ErrTooLate) {
			t.Errorf("after 2.801 s: %v", err)
		}
		if sent := len(d.Requests()); sent != 1 {
			t.Errorf("%d requests were sent", sent)
		}
	})
}

// sleep lets time pass on the fake clock.
func sleep(t *testing.T, d time.Duration) {
	t.Helper()
	select {
	case <-time.After(d):
	case <-t.Context().Done():
		t.Fatal("the test ended")
	}
}

const edits = "PATCH /webhooks/*/*/messages/@original"

func TestAnEditThatFails(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name  string
		fault fakediscord.Fault
		want  error
		sent  int
		// after is how long it takes where that is certain.
		after time.Duration
	}{
		{"429 for 0.5 s", fakediscord.RateLimited(500*time.Millisecond, "user").Once(), nil, 2, 500 * time.Millisecond},
		{"429 for 30 s", fakediscord.RateLimited(30*time.Second, "user").Once(), nil, 2, 30 * time.Second},
		{"429 for longer than there is time", fakediscord.RateLimited(1337*time.Second, "user"), rest.ErrRateLimited, 1, 0},
		{"429 as a page", fakediscord.HTMLPage(429).Once(), nil, 2, 5 * time.Second},
		{"500", fakediscord.HTMLPage(500).N(4), nil, 5, -1},
		{"502", fakediscord.HTMLPage(502).N(4), nil, 5, -1},
		{"503", fakediscord.HTMLPage(503).N(4), nil, 5, -1},
		{"504", fakediscord.HTMLPage(504).N(4), nil, 5, -1},
		{"reset", fakediscord.Fault{ResetAfter: true}.N(4), nil, 5, -1},
		{"no answer", fakediscord.Fault{Hang: true}.Once(), nil, 2, -1},
		{"not known yet", fakediscord.JSONError(404, 10015, "Unknown Webhook").N(2), nil, 3, -1},
		{"expired", fakediscord.JSONError(401, 50027, "Invalid Webhook Token"), rest.ErrGone, 1, 0},
		{"refused", fakediscord.JSONError(400, 50035, "Invalid Form Body"), &rest.Error{}, 1, 0},
		{"elsewhere", fakediscord.Fault{Status: 302, Header: http.Header{"Location": {"https://evil.example/"}}}, &rest.Error{}, 1, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			onFakeClock(t, func(b bubble) {
				t, d, c := b.T, b.d, b.c
				in := deferred(t, d, c)
				d.Fault(edits, tc.fault)
				start := time.Now()
				_, err := c.Edit(t.Context(), in.Ticket, message("Done."))
				checkError(t, err, tc.want)
				if sent := len(d.RequestsTo(edits)); sent != tc.sent {
					t.Errorf("%d requests were sent, want %d", sent, tc.sent)
				}
				if tc.after >= 0 {
					within(t, time.Since(start), tc.after)
				}
				if shown := d.Response(in.Token).Original; (shown != nil) != (err == nil) {
					t.Errorf("shown is %+v with the error %v", shown, err)
				}
			})
		})
	}
}

// TestAnEditOvertakesTheResponse: over HTTP, the first response is on another
// connection, and may be the second to arrive.
func TestAnEditOvertakesTheResponse(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		in, unheard := asked(d), asked(d)
		edited := make(chan error, 1)
		go func() {
			_, err := c.Edit(t.Context(), in.Ticket, message("Done."))
			edited <- err
		}()
		sleep(t, 50*time.Millisecond)
		if len(d.RequestsTo(edits)) == 0 {
			t.Error("nothing was sent before the response")
		}
		if err := d.RespondHTTP(in.Token, []byte(`{"type":5}`)); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if err := <-edited; err != nil || time.Since(start) > time.Second {
			t.Errorf("shown %v after the response: %v", time.Since(start), err)
		}
		_, err := c.Edit(t.Context(), unheard.Ticket, message("Done."))
		if age := time.Since(unheard.Created); !errors.Is(err, rest.ErrGone) || age > 5*time.Second+50*time.Millisecond {
			t.Errorf("given up on after %v: %v", age, err)
		}
	})
}

func TestAnEditIsTriedUntilItsTokenSoonExpires(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		in := deferred(t, d, c)
		d.Fault(edits, fakediscord.HTMLPage(503))
		_, err := c.Edit(t.Context(), in.Ticket, message("Done."))
		checkError(t, err, &rest.Error{})
		age := time.Since(in.Created)
		if age < 13*time.Minute+50*time.Second || age > 14*time.Minute {
			t.Errorf("it was given up on after %v", age)
		}
	})
}

func TestAnEditHonoursItsContext(t *testing.T) {
	t.Parallel()
	for _, fault := range []fakediscord.Fault{fakediscord.HTMLPage(503), {Hang: true}, fakediscord.RateLimited(300*time.Millisecond, "user")} {
		onFakeClock(t, func(b bubble) {
			t, d, c := b.T, b.d, b.c
			in := deferred(t, d, c)
			d.Fault(edits, fault)
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			start := time.Now()
			if _, err := c.Edit(ctx, in.Ticket, message("Done.")); err == nil || time.Since(start) > 2*time.Second {
				t.Errorf("it ended after %v: %v", time.Since(start), err)
			}
		})
	}
}

func TestATokenExpires(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		early, late := deferred(t, d, c), deferred(t, d, c)
		sleep(t, 14*time.Minute+30*time.Second)
		if _, err := c.Edit(t.Context(), early.Ticket, message("In time.")); err != nil {
			t.Errorf("after 14:30: %v", err)
		}
		sleep(t, 31*time.Second)
		sent := len(d.Requests())
		if _, err := c.Edit(t.Context(), late.Ticket, message("Too late.")); !errors.Is(err, rest.ErrGone) {
			t.Errorf("after 15:01: %v", err)
		}
		if len(d.Requests()) != sent {
			t.Error("it was sent all the same")
		}
	})
}

func TestWhatIsGoneIsNotAskedForAgain(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		in := deferred(t, d, c)
		id, err := c.Follow(t.Context(), in.Ticket, message("First."))
		if err != nil {
			t.Fatal(err)
		}
		d.Fault("PATCH /webhooks/*/*/messages/"+id, fakediscord.JSONError(404, 10008, "Unknown Message").Once())
		for range 2 {
			if err := c.EditFollowed(t.Context(), in.Ticket, id, message("x")); !errors.Is(err, rest.ErrGone) {
				t.Errorf("a message that is gone: %v", err)
			}
		}
		if _, err := c.Follow(t.Context(), in.Ticket, message("Another.")); err != nil {
			t.Errorf("another message of the same interaction: %v", err)
		}
		d.ExpireTicket(in.Token)
		sleep(t, 4*time.Second) // from then on Discord has read any first response
		before := len(d.Requests())
		for range 3 {
			if _, err := c.Follow(t.Context(), in.Ticket, message("x")); !errors.Is(err, rest.ErrGone) {
				t.Errorf("an interaction that is gone: %v", err)
			}
		}
		if sent := len(d.Requests()) - before; sent != 1 {
			t.Errorf("%d requests with a token that is gone", sent)
		}
	})
}

func TestInteractionsDoNotWaitForOneAnother(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		held, free := deferred(t, d, c), deferred(t, d, c)
		none := fakediscord.RateLimits(5, 0, 10*time.Second, "b")
		d.Fault(edits, fakediscord.Fault{Header: none}.Once())
		d.Fault("POST /channels/*/messages", fakediscord.RateLimited(20*time.Second, "global").Once())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			if _, err := c.Send(t.Context(), channel, message("x")); err != nil {
				t.Error(err)
			}
		}()
		if _, err := c.Edit(t.Context(), held.Ticket, message("1")); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		another := asked(d)
		if err := c.Respond(t.Context(), another, payload.Response{Kind: payload.Defer}); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Edit(t.Context(), free.Ticket, message("1")); err != nil {
			t.Fatal(err)
		}
		within(t, time.Since(start), 0)
		if _, err := c.Edit(t.Context(), held.Ticket, message("2")); err != nil {
			t.Fatal(err)
		}
		within(t, time.Since(start), 10*time.Second)
		<-ended
		within(t, time.Since(start), 20*time.Second)
	})
}
