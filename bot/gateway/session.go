package gateway

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// init silences what discordgo would print: its lines can hold the token. Each
// Session is silent too; this is for what is printed without asking it.
func init() {
	discordgo.Logger = func(int, int, string, ...any) {}
}

// silent is below discordgo's lowest log level; 0 still prints errors.
const silent = -1

// newSession returns a discordgo.Session for one connection.
//
// A Session is opened once and never again, though discordgo would resume by
// itself: an opened one keeps the gateway's address and never asks for that of
// the resumption; two of its goroutines may close it, the second time perhaps
// the next connection; it reads its address without a lock; and after a hang
// nobody knows which of its locks are held. The guard turns the IDENTIFY of the
// new one into a RESUME.
func newSession(o *Options, address string, shard, total int, dialer *websocket.Dialer) (*discordgo.Session, error) {
	s, err := discordgo.New("Bot " + string(o.Token))
	if err != nil {
		return nil, err
	}
	s.LogLevel = silent
	s.ShouldReconnectOnError = false
	s.ShouldReconnectVoiceOnSessionError = false
	s.StateEnabled = false
	s.SyncEvents = true
	s.Compress = false
	s.Client = &http.Client{Transport: addressBook(address)}
	s.Dialer = dialer
	s.Identify.Intents = discordgo.Intent(o.Intents)
	s.Identify.Shard = &[2]int{shard, total}
	return s, nil
}

// addressBook is the RoundTripper of a Session: it answers where the gateway is,
// from memory, and refuses all else, so that nothing reaches Discord's REST but
// through our own client.
type addressBook string

func (a addressBook) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		_ = r.Body.Close()
	}
	if r.Method != http.MethodGet || r.URL.String() != discordgo.EndpointGateway {
		return nil, fmt.Errorf("discordgo must not send %s requests", r.Method)
	}
	body, err := json.Marshal(map[string]string{"url": string(a)})
	if err != nil {
		return nil, err
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, Request: r,
		Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}, nil
}

// newDialer returns the Dialer of a Session, whose sockets are guarded by wrap.
// Dialling ends with ctx.
func newDialer(ctx context.Context, o *Options, wrap func(net.Conn) net.Conn) *websocket.Dialer {
	dial := func(handshake context.Context, network, address string, finish func(context.Context, net.Conn) (net.Conn, error)) (net.Conn, error) {
		handshake, cancel := context.WithCancel(handshake)
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		c, err := o.Dial(handshake, network, address)
		if err != nil {
			return nil, err
		}
		if c, err = finish(handshake, c); err != nil {
			return nil, err
		}
		return wrap(c), nil
	}
	return &websocket.Dialer{
		HandshakeTimeout: o.Timing.Dial,
		NetDialContext: func(handshake context.Context, network, address string) (net.Conn, error) {
			return dial(handshake, network, address, func(_ context.Context, c net.Conn) (net.Conn, error) { return c, nil })
		},
		NetDialTLSContext: func(handshake context.Context, network, address string) (net.Conn, error) {
			return dial(handshake, network, address, func(ctx context.Context, c net.Conn) (net.Conn, error) {
				return secured(ctx, c, o.TLS, address)
			})
		},
	}
}

// secured speaks TLS over c, and closes c if that fails.
func secured(ctx context.Context, c net.Conn, config *tls.Config, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	if config == nil {
		config = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	config = config.Clone()
	if config.ServerName == "" {
		config.ServerName = host
	}
	t := tls.Client(c, config)
	if err := t.HandshakeContext(ctx); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return t, nil
}
