package fakeserver

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

// serve serves a handler for the length of a test.
func serve(t *testing.T, handler func(h *Host, w http.ResponseWriter, r *http.Request)) *Host {
	t.Helper()
	h, err := Listen(nil)
	if err != nil {
		t.Fatal(err)
	}
	h.Serve(func(w http.ResponseWriter, r *http.Request) { handler(h, w, r) })
	t.Cleanup(func() { h.Close() })
	return h
}

// get asks a host.
func get(ctx context.Context, t *testing.T, h *Host) (string, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+h.Addr().String(), http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close() //nolint:errcheck // it was only read from
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func TestHost(t *testing.T) {
	t.Parallel()
	h := serve(t, func(_ *Host, w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "here") })
	if got, err := get(t.Context(), t, h); got != "here" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if !strings.HasPrefix(h.Addr().String(), "127.0.0.1:") {
		t.Errorf("it listens on %s", h.Addr())
	}
	var ended, further bool
	if !h.Go(func() { <-h.Closed(); ended = true }) || h.IsClosed() {
		t.Error("it is closed from the start")
	}
	h.Close(func() { further = h.IsClosed() })
	if !ended || !further {
		t.Errorf("closed: the function ended: %v, the further one was called: %v", ended, further)
	}
	if h.Go(func() { t.Error("it runs something") }) {
		t.Error("closed, it takes what it should run")
	}
	if _, err := get(t.Context(), t, h); err == nil {
		t.Error("closed, it answers")
	}
	h.Close() // does nothing
}

// TestWaits holds who ends a wait: time, the client or the host.
func TestWaits(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		// wait waits; leave has the client go, and it says whether all is as it should be.
		wait func(h *Host, r *http.Request, leave func()) bool
	}{
		{"time", func(h *Host, r *http.Request, _ func()) bool { return h.Await(r, time.Nanosecond) }},
		{"the client", func(h *Host, r *http.Request, leave func()) bool {
			leave()
			return !h.Await(r, time.Hour) && !h.IsClosed()
		}},
		{"the client, without a bound", func(h *Host, r *http.Request, leave func()) bool {
			leave()
			h.AwaitEnd(r)
			return !h.IsClosed()
		}},
		{"the host", func(h *Host, r *http.Request, _ func()) bool {
			go h.Close()
			return !h.Await(r, time.Hour) && h.IsClosed()
		}},
		{"the host, without a bound", func(h *Host, r *http.Request, _ func()) bool {
			go h.Close()
			h.AwaitEnd(r)
			return h.IsClosed()
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			ctx, leave := context.WithCancel(t.Context())
			defer leave()
			right := make(chan bool, 1)
			h := serve(t, func(h *Host, _ http.ResponseWriter, r *http.Request) { right <- tt.wait(h, r, leave) })
			_, _ = get(ctx, t, h) // whatever the client sees
			if !<-right {
				t.Error("the wait ended otherwise")
			}
		})
	}
}

func TestHijack(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		end  func(http.ResponseWriter)
		want error
	}{
		"a reset": {func(w http.ResponseWriter) { Reset(Hijack(w)) }, syscall.ECONNRESET},
		"an end":  {func(w http.ResponseWriter) { _ = Hijack(w).Close() }, io.EOF},
	} {
		h := serve(t, func(_ *Host, w http.ResponseWriter, _ *http.Request) { tt.end(w) })
		if _, err := get(t.Context(), t, h); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
