package llm

import (
	"context"
	"net"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"sherpa/answer"
	"sherpa/answer/prompt"
	"sherpa/internal/fakellm"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// canary is a key that must not be seen anywhere but in requests.
const canary = "sk-proj-CaNaRy0123456789abcdefXYZ"

// asked is a text of a prompt that must not be seen in errors and logs.
const asked = "Who chaired the meeting in Quixotania on Tuesday?"

// quick are limits for tests that wait for them.
var quick = Limits{
	Total: time.Second, Connect: time.Second, FirstToken: 200 * time.Millisecond, Idle: 200 * time.Millisecond,
	pauses: []time.Duration{10 * time.Millisecond},
}

// connect returns a client of a fake server, and closes it with the test. It meets no limit
// of time unless change sets quick ones: a busy machine may need long for what comes at once.
func connect(tb testing.TB, s *fakellm.Server, change func(*Options)) *Client {
	tb.Helper()
	o := Options{BaseURL: s.APIURL(), Model: fakellm.DefaultModel, APIKey: canary, Limits: Limits{pauses: quick.pauses}}
	if change != nil {
		change(&o)
	}
	c, err := New(o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(c.Close)
	return c
}

// plain is a prompt that asks for text.
func plain() prompt.Prompt {
	return prompt.Prompt{Messages: []prompt.Message{
		{Role: prompt.System, Text: "Answer from the passages."}, {Role: prompt.User, Text: asked},
	}}
}

// structured is a prompt that asks for JSON.
func structured() prompt.Prompt {
	p := plain()
	p.Schema = probing.Schema
	return p
}

// generate asks for nobody in particular.
func generate(ctx context.Context, c *Client, p prompt.Prompt) (answer.Generated, error) {
	return c.Generate(ctx, answer.Payer{GuildID: "guild", UserHash: "user"}, p)
}

// pipes is a listener in memory, for tests whose clock is a fake one: real
// sockets would stop it.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
}

func newPipes() *pipes { return &pipes{make(chan net.Conn), make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { close(p.closed); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case p.conns <- theirs:
		return ours, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// counted is a listener on this machine that counts connections.
type counted struct {
	net.Listener
	accepted atomic.Int64
}

func (c *counted) listen(t *testing.T) {
	t.Helper()
	var err error
	if c.Listener, err = new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
}

func (c *counted) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err == nil {
		c.accepted.Add(1)
	}
	return conn, err
}
