package rest_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/internal/fakediscord"
)

// strict is an API that has real rate limits: five requests in two seconds for a
// channel, in a bucket that sending and editing share.
type strict struct {
	mu      sync.Mutex
	windows map[string]*window
	arrived []time.Time
	refused int
}

type window struct {
	used int
	end  time.Time
}

func (s *strict) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.arrived = append(s.arrived, now)
	major := strings.Split(r.URL.Path, "/")[4]
	win := s.windows[major]
	if win == nil || !now.Before(win.end) {
		win = &window{end: now.Add(2 * time.Second)}
		s.windows[major] = win
	}
	win.used++
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("X-RateLimit-Limit", "5")
	h.Set("X-RateLimit-Remaining", strconv.Itoa(max(5-win.used, 0)))
	h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", win.end.Sub(now).Seconds()))
	h.Set("X-RateLimit-Bucket", "shared-by-routes")
	if win.used > 5 {
		s.refused++
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = fmt.Fprintf(w, `{"retry_after":%.3f}`, win.end.Sub(now).Seconds())
		return
	}
	_, _ = w.Write([]byte(`{"id":"1"}`))
}

// onPipe runs a test with an API of its own on the clock of synctest.
func onPipe(t *testing.T, api http.Handler, test func(bubble)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		sleep(t, time.Until(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)))
		pipe := fakediscord.NewPipe()
		server := &http.Server{Handler: api, ReadHeaderTimeout: time.Minute}
		ended := make(chan struct{})
		go func() { defer close(ended); _ = server.Serve(pipe) }()
		t.Cleanup(func() { _ = server.Close(); <-ended })
		test(bubble{t, nil, clientOf(t, rest.Options{
			BaseURL: "http://discord.test/api/v10", Token: "t", Transport: &http.Transport{DialContext: pipe.DialContext, MaxIdleConnsPerHost: 100},
		})})
	})
}

func TestBucketsAreKept(t *testing.T) {
	t.Parallel()
	api := &strict{windows: map[string]*window{}}
	onPipe(t, api, func(b bubble) {
		t, c := b.T, b.c
		start := time.Now()
		var all sync.WaitGroup
		for i := range 30 {
			all.Go(func() {
				var err error
				if i%2 == 0 {
					_, err = c.Send(t.Context(), fmt.Sprint(i%3), message("x"))
				} else {
					err = c.EditSent(t.Context(), fmt.Sprint(i%3), "5", message("x"))
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		// Ten for each of three channels, five in two seconds.
		if took := time.Since(start); took > 4500*time.Millisecond {
			t.Errorf("it took %v", took)
		}
		if api.refused > 3 { // one for each channel, while it is learnt that the routes share
			t.Errorf("%d requests were refused", api.refused)
		}
		api.refused = 0
		sleep(t, 3*time.Second)
		for range 3 {
			for range 12 {
				all.Go(func() { _, _ = c.Send(t.Context(), "1", message("x")) })
			}
			all.Wait()
		}
		if api.refused > 0 {
			t.Errorf("%d requests were refused after the bucket was known", api.refused)
		}
	})
}

func TestAllRequestsAreFewerThan45ASecond(t *testing.T) {
	t.Parallel()
	api := &strict{windows: map[string]*window{}}
	onPipe(t, api, func(b bubble) {
		t, c := b.T, b.c
		var all sync.WaitGroup
		for i := range 300 {
			all.Go(func() { _, _ = c.Send(t.Context(), fmt.Sprint("c", i), message("x")) })
		}
		all.Wait()
		slices.SortFunc(api.arrived, time.Time.Compare)
		for i := range api.arrived[45:] {
			if gap := api.arrived[i+45].Sub(api.arrived[i]); gap < time.Second {
				t.Fatalf("46 requests in %v", gap)
			}
		}
		within(t, api.arrived[299].Sub(api.arrived[0]).Round(100*time.Millisecond), 7400*time.Millisecond)
	})
}

func TestAGlobalPauseHoldsForAllButInteractions(t *testing.T) {
	t.Parallel()
	for _, f := range []fakediscord.Fault{fakediscord.RateLimited(3*time.Second, "global"), withHeader(fakediscord.HTMLPage(429), "Retry-After", "3")} {
		onFakeClock(t, func(b bubble) {
			t, d, c := b.T, b.d, b.c
			d.Fault("POST /channels/*/messages", f.Once())
			start := time.Now()
			var all sync.WaitGroup
			all.Go(func() {
				if _, err := c.Send(t.Context(), channel, message("x")); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait()
			sleep(t, time.Second)
			deferred(t, d, c)
			within(t, time.Since(start), time.Second)
			if _, err := c.Me(t.Context()); err != nil {
				t.Error(err)
			}
			within(t, time.Since(start), 3*time.Second)
			all.Wait()
			within(t, time.Since(start), 3*time.Second)
		})
	}
}

func withHeader(f fakediscord.Fault, name, value string) fakediscord.Fault {
	f.Header.Set(name, value)
	return f
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, body, header string
		want               time.Duration // -1: longer than there is time
	}{
		{"a fraction", `{"retry_after":0.731,"global":false}`, "1", 731 * time.Millisecond},
		{"whole seconds", `{"retry_after":7}`, "", 7 * time.Second},
		{"none", `{"retry_after":0}`, "", 10 * time.Millisecond},
		{"negative", `{"retry_after":-5}`, "", 10 * time.Millisecond},
		{"the header alone", `{}`, "4", 4 * time.Second},
		{"huge", `{"retry_after":1e308}`, "", -1},
		{"huge in the header", `{}`, "99999999999999999999", -1},
		{"no number in the header", `{}`, "NaN", 5 * time.Second},
		{"no body", ``, "2", 2 * time.Second},
		{"nothing", ``, "", 5 * time.Second},
		{"a page", `<html>1015</html>`, "6", 6 * time.Second},
		{"another type", `{"retry_after":"soon"}`, "6", 6 * time.Second},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			onFakeClock(t, func(b bubble) {
				t, d, c := b.T, b.d, b.c
				in := deferred(t, d, c)
				h := http.Header{"Content-Type": {"application/json"}}
				if tc.header != "" {
					h.Set("Retry-After", tc.header)
				}
				d.Fault(edits, fakediscord.Fault{Status: 429, Header: h, Body: tc.body, Times: 1})
				start := time.Now()
				_, err := c.Edit(t.Context(), in.Ticket, message("x"))
				if tc.want < 0 {
					checkError(t, err, rest.ErrRateLimited)
					within(t, time.Since(start), 0)
					return
				}
				checkError(t, err, nil)
				within(t, time.Since(start), tc.want)
			})
		})
	}
}

func TestTooManyInvalidRequestsSuspendAll(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		d.Fault("GET /guilds/*", fakediscord.JSONError(403, 50001, "Missing Access"))
		for range 500 {
			_, err := c.GuildName(t.Context(), "7")
			checkError(t, err, &rest.Error{})
		}
		began := time.Now()
		if _, err := c.GuildName(t.Context(), "7"); !errors.Is(err, rest.ErrSuspended) {
			t.Errorf("the 501st: %v", err)
		}
		if err := c.Respond(t.Context(), asked(d), payload.Response{Kind: payload.Defer}); !errors.Is(err, rest.ErrSuspended) {
			t.Errorf("an interaction: %v", err)
		}
		if sent := len(d.Requests()); sent != 500 {
			t.Errorf("%d requests were sent", sent)
		}
		d.Calm()
		sleep(t, 10*time.Minute-time.Since(began))
		if _, err := c.GuildName(t.Context(), "7"); err != nil {
			t.Errorf("ten minutes later: %v", err)
		}
	})
}

func TestSharedLimitsAreNotInvalid(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		d.Fault("GET /guilds/*", fakediscord.RateLimited(time.Second, "shared").N(600))
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		for range 250 {
			if _, err := c.GuildName(ctx, "7"); errors.Is(err, rest.ErrSuspended) {
				t.Fatal("shared limits were counted")
			}
		}
		if sent := len(d.Requests()); sent < 600 {
			t.Errorf("only %d requests were sent", sent)
		}
	})
}

func TestABadTokenStopsTheBot(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		in := deferred(t, d, c)
		d.Fault("GET /users/@me", fakediscord.JSONError(401, 0, "401: Unauthorized").Once())
		if _, err := c.Me(t.Context()); !errors.Is(err, rest.ErrBadToken) {
			t.Errorf("Me: %v", err)
		}
		sent := len(d.Requests())
		if _, err := c.Send(t.Context(), channel, message("x")); !errors.Is(err, rest.ErrBadToken) {
			t.Errorf("Send: %v", err)
		}
		if len(d.Requests()) != sent {
			t.Error("it was sent all the same")
		}
		if _, err := c.Edit(t.Context(), in.Ticket, message("x")); err != nil {
			t.Errorf("an interaction needs no token of the bot: %v", err)
		}
	})
}

func TestAChannelThatRefusesIsLeftAlone(t *testing.T) {
	t.Parallel()
	for _, code := range []int{50001, 50013, 50007, 10003} {
		onFakeClock(t, func(b bubble) {
			t, d, c := b.T, b.d, b.c
			d.AddChannel(fakediscord.Channel{ID: "9", GuildID: "7"})
			d.Fault("POST /channels/8/messages", fakediscord.JSONError(403, code, "No").Once())
			for range 3 {
				if _, err := c.Send(t.Context(), channel, message("x")); !errors.Is(err, rest.ErrClosed) {
					t.Errorf("code %d: %v", code, err)
				}
			}
			if sent := len(d.Requests()); sent != 1 {
				t.Errorf("code %d: %d requests", code, sent)
			}
			if _, err := c.Send(t.Context(), "9", message("x")); err != nil {
				t.Errorf("another channel: %v", err)
			}
			sleep(t, 10*time.Minute)
			if _, err := c.Send(t.Context(), channel, message("x")); err != nil {
				t.Errorf("ten minutes later: %v", err)
			}
		})
	}
}

func TestASendThatIsTriedAgainShowsOnce(t *testing.T) {
	t.Parallel()
	onFakeClock(t, func(b bubble) {
		t, d, c := b.T, b.d, b.c
		d.Fault("POST /channels/*/messages", fakediscord.Fault{ResetAfter: true}.N(2))
		id, err := c.Send(t.Context(), channel, message("Once."))
		if shown := d.Messages(channel); err != nil || len(shown) != 1 || shown[0].ID != id {
			t.Errorf("%+v is shown, the id is %q: %v", shown, id, err)
		}
		d.Fault("POST /channels/*/messages", fakediscord.HTMLPage(502))
		before := len(d.Requests())
		if _, err := c.Send(t.Context(), channel, message("Never.")); err == nil || len(d.Requests())-before != 3 {
			t.Errorf("%d requests: %v", len(d.Requests())-before, err)
		}
	})
}

func TestAnswersAreBounded(t *testing.T) {
	t.Parallel()
	api := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		page := []byte(strings.Repeat(" ", 1<<16))
		for range math.MaxInt {
			if _, err := w.Write(page); err != nil {
				return
			}
		}
	})
	onPipe(t, api, func(b bubble) {
		t, c := b.T, b.c
		if _, err := c.Me(t.Context()); err == nil || !strings.Contains(err.Error(), "too large") {
			t.Errorf("an endless answer: %v", err)
		}
	})
}

// limitless answers every edit with the last place of its bucket.
type limitless struct{}

func (limitless) RoundTrip(r *http.Request) (*http.Response, error) {
	h := fakediscord.RateLimits(5, 0, time.Second, "b")
	h.Set("Content-Type", "application/json")
	return &http.Response{StatusCode: http.StatusOK, Header: h, Body: http.NoBody, Request: r}, nil
}

func TestNothingStaysOfAnInteraction(t *testing.T) { //nolint:paralleltest // it measures the heap
	const many = 30_000
	synctest.Test(t, func(t *testing.T) {
		c := clientOf(t, rest.Options{BaseURL: "http://discord.test/api/v10", Token: "t", Transport: limitless{}})
		round := func(n int) {
			for i := range n {
				token := strings.Repeat("x", 200) + fmt.Sprint(i)
				in := &event.Interaction{ID: "1", Ticket: event.Ticket{ApplicationID: "2", Token: token, Created: time.Now()}}
				if err := c.Respond(t.Context(), in, payload.Response{Kind: payload.Defer}); err != nil {
					t.Fatal(err)
				}
				_, _ = c.Edit(t.Context(), in.Ticket, message("x")) // its answer is empty
				sleep(t, 10*time.Millisecond)
			}
		}
		round(2000)
		before := heap()
		round(many)
		growth := float64(heap()-before) / many
		runtime.KeepAlive(c)
		t.Logf("%.2f bytes stay of an interaction", growth)
		if growth > 64 {
			t.Errorf("%.1f bytes stay of an interaction", growth)
		}
	})
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc) //nolint:gosec // far below the bound
}
