package gateway

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/url"
	"time"
)

// ErrUnauthorized is wrapped by what Options.GatewayBot returns if Discord
// refuses the token (401). It ends Run as a fatal close code does.
var ErrUnauthorized = errors.New("Discord refuses the token") //nolint:staticcheck // a name begins the sentence

// Dispatch is one event as Discord sent it.
type Dispatch struct {
	Shard int
	// Type is Discord's name of the event, as in INTERACTION_CREATE; READY and
	// RESUMED come too.
	Type string
	// Data is the event's JSON; it may be null or anything else.
	Data json.RawMessage
}

// Info is Discord's answer to GET /gateway/bot.
type Info struct {
	// URL is the gateway's address, with the scheme wss or ws.
	URL string
	// Shards is the recommended number of shards.
	Shards int
	// Remaining of Total IDENTIFYs are left until ResetAfter has passed;
	// MaxConcurrency is how many shards may identify at a time.
	Total, Remaining, MaxConcurrency int
	ResetAfter                       time.Duration
}

// Options are what New needs. Fields with a default may be left empty.
type Options struct {
	Token Token
	// GatewayBot asks Discord for the gateway's address and limits.
	GatewayBot func(context.Context) (Info, error)
	// Handler gets every dispatch, those of one shard in order and one at a time.
	// It runs where the socket is read, so it hands work over and returns within
	// milliseconds: while it runs, no heartbeat is heard. A panic in it is logged
	// and forgotten. Its context ends when Run is to end.
	Handler func(context.Context, Dispatch)
	// BudgetPath is the file that counts IDENTIFYs across restarts. It belongs to
	// one process at a time; a file with the ending .lock appears beside it.
	BudgetPath string
	Log        *slog.Logger

	Intents int
	Shards  Shards
	// StayOnline says that a successor is about to start: connections are closed
	// so that the bot is not shown as gone in between. Default: it goes offline.
	StayOnline bool
	// OnState is told when a shard's state changes; it must return at once.
	// Default: nobody is told.
	OnState func(State)

	// Dial opens TCP connections, say through a proxy. Default: net.Dialer.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// TLS is used for wss addresses. Default: Go's.
	TLS *tls.Config
	// Random returns numbers in [0, 1), for waiting. Default: math/rand.
	Random func() float64
	Timing Timing
}

// Timing are the times to live by. Zero fields take the defaults, in brackets.
type Timing struct {
	// Dial is for connecting, TLS and the WebSocket handshake together (10 s).
	Dial time.Duration
	// Hello is for the first message (20 s).
	Hello time.Duration
	// Ready is for READY after IDENTIFY, and for each further event of a replay
	// until RESUMED (15 s).
	Ready time.Duration
	// Write is for each write to the socket (5 s).
	Write time.Duration
	// Ack is how much later than its heartbeat's interval an acknowledgement may
	// come before the connection counts as dead (5 s).
	Ack time.Duration
	// Close is how long the other side may take to answer our closing (1 s).
	Close time.Duration
	// Lock is how long another process that holds BudgetPath may take to end
	// (30 s).
	Lock time.Duration
	// Drain is for all of the closing when Run ends (5 s).
	Drain time.Duration
	// BackoffMin and BackoffMax bound the span that waits are drawn from (1 s,
	// 2 min); a connection that was ready for Steady starts it again (60 s).
	BackoffMin, BackoffMax, Steady time.Duration
	// IdentifyGap is between IDENTIFYs of one max_concurrency key (5.25 s: Discord
	// asks for 5, by its own clock).
	IdentifyGap time.Duration
	// Deaf is how long a shard that usually hears something every third of it may
	// hear nothing (30 min).
	Deaf time.Duration
	// InfoAge is how old an answer of GatewayBot may be when an IDENTIFY is sent
	// (30 s).
	InfoAge time.Duration
}

// withDefaults returns t with defaults in the place of zeros.
func (t Timing) withDefaults() Timing {
	for _, f := range []struct {
		field *time.Duration
		value time.Duration
	}{
		{&t.Dial, 10 * time.Second},
		{&t.Hello, 20 * time.Second},
		{&t.Ready, 15 * time.Second},
		{&t.Write, 5 * time.Second},
		{&t.Ack, 5 * time.Second},
		{&t.Close, time.Second},
		{&t.Lock, 30 * time.Second},
		{&t.Drain, 5 * time.Second},
		{&t.BackoffMin, time.Second},
		{&t.BackoffMax, 2 * time.Minute},
		{&t.Steady, time.Minute},
		{&t.IdentifyGap, 5250 * time.Millisecond},
		{&t.Deaf, 30 * time.Minute},
		{&t.InfoAge, 30 * time.Second},
	} {
		if *f.field <= 0 {
			*f.field = f.value
		}
	}
	return t
}

// complete checks o and returns it with defaults.
func (o Options) complete() (Options, error) {
	switch {
	case o.Token == "":
		return o, errors.New("the token is empty")
	case o.GatewayBot == nil, o.Handler == nil, o.Log == nil:
		return o, errors.New("GatewayBot, Handler and Log are needed")
	case o.BudgetPath == "":
		return o, errors.New("the file that counts IDENTIFYs has no name")
	}
	if err := o.Shards.check(); err != nil {
		return o, err
	}
	if o.OnState == nil {
		o.OnState = func(State) {}
	}
	if o.Dial == nil {
		o.Dial = new(net.Dialer).DialContext
	}
	if o.Random == nil {
		o.Random = rand.Float64
	}
	o.Timing = o.Timing.withDefaults()
	return o, nil
}

// checkAddress reports whether a gateway address can be used. Resumption must
// not leave TLS, because the token goes along: where the gateway's own address
// is wss, so is each that is resumed at.
func checkAddress(address string, secure bool) error {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.RawQuery != "":
		return fmt.Errorf("the gateway address is not one: %q", address)
	case u.Scheme == "wss", u.Scheme == "ws" && !secure:
		return nil
	}
	return fmt.Errorf("the gateway address %q is not wss", address)
}
