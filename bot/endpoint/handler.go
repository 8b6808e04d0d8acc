package endpoint

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
)

const (
	// maxBody is how many bytes of a request are read.
	maxBody = 512 << 10
	// maxInFlight is how many requests are worked on at a time.
	maxInFlight = 256
	// respondWithin is how long a first response is waited for. Discord waits
	// three seconds from the moment somebody asked.
	respondWithin = 2500 * time.Millisecond
)

// Why a response was not taken.
var (
	// ErrLate: Discord was told already that there will be none.
	ErrLate = errors.New("the response comes too late")
	// ErrResponded: there was a response before.
	ErrResponded = errors.New("the interaction has a response already")
)

// Respond gives the first response. It returns when the response was written,
// or why it was not.
type Respond func(ctx context.Context, r payload.Response) error

// Options are what a Handler works with. PublicKey and Handle are needed.
type Options struct {
	// PublicKey is the application's, as ParseKey reads it.
	PublicKey ed25519.PublicKey
	// Handle gets every interaction but pings, each once. Its context ends when a
	// response would come too late; it should return soon after.
	Handle func(ctx context.Context, in *event.Interaction, respond func(context.Context, payload.Response) error) error
	// Now is Discord's clock; nil means this machine's.
	Now func() time.Time
	// Log gets panics; nil logs nothing.
	Log *slog.Logger
	// Observe is told the status of every answer; it may be nil.
	Observe func(status int)
}

// Handler is the endpoint. It answers at any path; whoever mounts it chooses one.
type Handler struct {
	o       Options
	seen    seen
	slots   chan struct{}
	running sync.WaitGroup
}

// New returns a Handler, or an error if the key cannot be one.
func New(o Options) (*Handler, error) {
	if len(o.PublicKey) != ed25519.PublicKeySize {
		return nil, fmt.Errorf("endpoint: the public key has %d bytes, not %d", len(o.PublicKey), ed25519.PublicKeySize)
	}
	if o.Handle == nil {
		return nil, errors.New("endpoint: nobody handles interactions")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observe == nil {
		o.Observe = func(int) {}
	}
	return &Handler{o: o, slots: make(chan struct{}, maxInFlight)}, nil
}

// Wait returns when no interaction is being handled any more. Call it after the
// server was shut down.
func (h *Handler) Wait() { h.running.Wait() }

// ServeHTTP takes one interaction.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case h.slots <- struct{}{}:
	default:
		w.Header().Set("Retry-After", "1")
		h.refuse(w, http.StatusServiceUnavailable)
		return
	}
	in, status := h.read(w, r)
	switch {
	case status != http.StatusOK:
		h.refuse(w, status)
	case in.Kind == event.Ping:
		h.pong(w)
	default:
		h.handle(r.Context(), w, in) // gives the slot back when Handle returns
		return
	}
	<-h.slots
}

// refuse answers with a status alone.
func (h *Handler) refuse(w http.ResponseWriter, status int) {
	h.o.Observe(status)
	http.Error(w, http.StatusText(status), status)
}

// read returns an interaction that Discord signed, or the status to refuse with.
func (h *Handler) read(w http.ResponseWriter, r *http.Request) (*event.Interaction, int) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return nil, http.StatusMethodNotAllowed
	}
	s, ok := readSeal(r.Header, h.o.Now())
	switch {
	case !ok:
		return nil, http.StatusUnauthorized
	case len(r.Header.Values("Content-Encoding")) > 0:
		return nil, http.StatusUnsupportedMediaType
	case r.ContentLength > maxBody:
		w.Header().Set("Connection", "close") // else the body would be read to its end
		return nil, http.StatusRequestEntityTooLarge
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, http.StatusRequestEntityTooLarge
	case err != nil:
		return nil, http.StatusBadRequest
	case !s.seals(body, h.o.PublicKey):
		return nil, http.StatusUnauthorized
	}
	in, err := event.ParseInteraction(body)
	switch {
	case err != nil:
		return nil, http.StatusBadRequest
	case in.Kind != event.Ping && !h.seen.add(in.ID, h.o.Now()):
		return nil, http.StatusUnauthorized
	}
	return in, http.StatusOK
}

// pong answers a ping.
func (h *Handler) pong(w http.ResponseWriter) {
	body, err := payload.Response{Kind: payload.Pong}.Body()
	if err != nil {
		h.refuse(w, http.StatusInternalServerError)
		return
	}
	h.o.Observe(http.StatusOK)
	_ = write(w, body) // Discord asks again
}

// handle hands an interaction over and writes the response.
func (h *Handler) handle(ctx context.Context, w http.ResponseWriter, in *event.Interaction) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), respondWithin)
	due := &response{offered: make(chan offer), closed: make(chan struct{})}
	returned := make(chan struct{})
	h.running.Go(func() {
		defer func() { <-h.slots }()
		defer cancel()
		defer close(returned)
		defer h.recover(ctx)
		_ = h.o.Handle(ctx, in, due.respond) // whoever handles has seen to it
	})
	h.o.Observe(due.write(ctx, w, returned))
}

// recover ends a panic of Handle. What was thrown may hold somebody's text, so
// that only its type is logged.
func (h *Handler) recover(ctx context.Context) {
	if v := recover(); v != nil {
		h.o.Log.LogAttrs(ctx, slog.LevelError, "a panic while an interaction was handled",
			slog.String("type", fmt.Sprintf("%T", v)), slog.String("stack", string(debug.Stack())))
	}
}
