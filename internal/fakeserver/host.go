package fakeserver

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// Host serves HTTP from Serve until Close. Its methods may be used by many
// goroutines.
type Host struct {
	listener net.Listener
	http     *http.Server
	ctx      context.Context
	cancel   context.CancelFunc
	running  sync.WaitGroup

	mu     sync.Mutex
	closed bool
}

// Listen makes a Host to which connections come by the listener, or, where that is
// nil, by a port of 127.0.0.1.
func Listen(listener net.Listener) (*Host, error) {
	if listener == nil {
		var err error
		if listener, err = new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0"); err != nil {
			return nil, fmt.Errorf("listen on the loopback address: %w", err)
		}
	}
	h := &Host{listener: listener}
	h.ctx, h.cancel = context.WithCancel(context.Background())
	return h, nil
}

// Serve begins to answer requests, and returns. It is called once.
func (h *Host) Serve(handler http.HandlerFunc) {
	admit := func(w http.ResponseWriter, r *http.Request) {
		if h.enter() {
			defer h.running.Done()
			handler(w, r)
		}
	}
	h.http = &http.Server{Handler: http.HandlerFunc(admit), ReadHeaderTimeout: time.Minute}
	h.running.Go(func() { _ = h.http.Serve(h.listener) })
}

// enter counts a request that is answered, and says false once the host is closed.
func (h *Host) enter() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.closed {
		h.running.Add(1)
	}
	return !h.closed
}

// Go runs a function for which Close waits, and says false once the host is closed.
func (h *Host) Go(run func()) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.closed {
		h.running.Go(run)
	}
	return !h.closed
}

// Close cuts every connection, calls each of the functions, which end what the host
// does not know of, and waits until all that it runs has ended.
func (h *Host) Close(further ...func()) {
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	h.cancel()
	_ = h.http.Close() // an error of a socket that is closed anyway
	for _, end := range further {
		end()
	}
	h.running.Wait()
}

// Addr is where connections come from.
func (h *Host) Addr() net.Addr { return h.listener.Addr() }

// Closed is closed when Close begins.
func (h *Host) Closed() <-chan struct{} { return h.ctx.Done() }

// IsClosed says whether Close has begun.
func (h *Host) IsClosed() bool { return h.ctx.Err() != nil }

// Await waits for d, and says false where the client of the request, or the host,
// went first.
func (h *Host) Await(r *http.Request, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
	case <-h.ctx.Done():
	}
	return false
}

// AwaitEnd waits until the client of the request, or the host, goes.
func (h *Host) AwaitEnd(r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-h.ctx.Done():
	}
}

// Hijack takes the connection of a request, which is answered no further.
func Hijack(w http.ResponseWriter) net.Conn {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler) // which ends the connection too
	}
	return conn
}

// Reset closes a connection so that the other side sees a reset.
func Reset(conn net.Conn) {
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // without it the other side sees an end
	}
	_ = conn.Close() // it is over either way
}
