package rest_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

// shifted is an API whose clock differs from this machine's.
type shifted struct{ by time.Duration }

func (s *shifted) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Date", time.Now().Add(s.by).UTC().Format(http.TimeFormat))
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"id":"1"}`))
}

// off is how far the client's clock is from one that is by ahead of ours.
func off(c *rest.Client, by time.Duration) time.Duration {
	return c.Now().Sub(time.Now().Add(by)).Abs()
}

func TestTheClockIsDiscords(t *testing.T) {
	t.Parallel()
	for _, by := range []time.Duration{0, 10 * time.Minute, -10 * time.Minute, time.Hour, 1500 * time.Millisecond} {
		api := &shifted{by}
		onPipe(t, api, func(b bubble) {
			t, c := b.T, b.c
			for i := range 12 {
				if _, err := c.Me(t.Context()); err != nil {
					t.Fatal(err)
				}
				if i == 0 && off(c, by) > time.Second {
					t.Errorf("%v ahead: off by %v after one answer", by, off(c, by))
				}
				sleep(t, 1090*time.Millisecond) // dates have whole seconds: each shows another part
			}
			if off(c, by) > 150*time.Millisecond {
				t.Errorf("%v ahead: off by %v", by, off(c, by))
			}
		})
	}
}

func TestOneWrongDateIsNotBelieved(t *testing.T) {
	t.Parallel()
	api := &shifted{}
	onPipe(t, api, func(b bubble) {
		t, c := b.T, b.c
		ask := func(n int) {
			for range n {
				if _, err := c.Me(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
		ask(1)
		api.by = time.Hour
		ask(2)
		api.by = 0
		ask(1)
		if got := off(c, 0); got > time.Second {
			t.Errorf("two wrong dates move the clock by %v", got)
		}
		api.by = -time.Hour
		ask(3)
		if got := off(c, -time.Hour); got > time.Second {
			t.Errorf("after three dates that agree it is still off by %v", got)
		}
	})
}

func TestAgesGoByDiscordsClock(t *testing.T) {
	t.Parallel()
	for _, by := range []time.Duration{10 * time.Minute, -10 * time.Minute} {
		var log bytes.Buffer
		d := discord(t, fakediscord.Options{Now: func() time.Time { return time.Now().Add(by) }, NoSpec: true})
		c := newClient(t, d, slog.New(slog.NewTextHandler(&log, nil)))
		if _, err := c.Me(t.Context()); err != nil {
			t.Fatal(err)
		}
		in := asked(d)
		if err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer}); err != nil {
			t.Errorf("this clock is %v ahead: %v", -by, err)
		}
		if _, err := c.Edit(t.Context(), in.Ticket, message("x")); err != nil {
			t.Errorf("this clock is %v ahead: %v", -by, err)
		}
		if strings.Count(log.String(), "clock") != 1 {
			t.Errorf("the operator is told %q", log.String())
		}
	}
}
