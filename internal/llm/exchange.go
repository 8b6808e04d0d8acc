package llm

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// maxRefusal is how much of a refusal is read, in bytes.
const maxRefusal = 16 << 10

// exchange is one request and its response. It stands between the library and
// the network as the library's HTTP client: there it bounds what is read, and
// sees what the library does not hand on.
type exchange struct {
	http      *http.Client
	watch     *watch
	limits    Limits
	patience  time.Duration // for the first token
	userAgent string
	// whole says that the reply comes in one object, which is then in object.
	whole  bool
	object []byte

	// reached says that there was a connection, sent that the prompt went over it.
	// The transport notes both.
	reached, sent atomic.Bool
	// started says that the library did not refuse the request itself.
	started bool
	body    io.Reader
}

// Do sends a request. A status that says that there is no reply is an error:
// the library would take a redirect for one.
func (x *exchange) Do(req *http.Request) (*http.Response, error) {
	x.started = true
	req.Header.Set("User-Agent", x.userAgent)
	x.watch.wait(noConnection, x.limits.Connect)
	resp, err := x.http.Do(req.WithContext(x.trace(req.Context()))) //nolint:gosec // the address is the operator's
	if err != nil {
		return nil, err
	}
	x.body = &bounded{from: resp.Body, response: x.limits.Response, line: x.limits.Line}
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		defer func() { _ = resp.Body.Close() }()
		body, _ := io.ReadAll(io.LimitReader(x.body, maxRefusal)) // the status says enough
		return nil, newRefusal(resp.StatusCode, resp.Header, body)
	}
	if packed := resp.Header.Get("Content-Encoding"); packed != "" && packed != "identity" {
		_ = resp.Body.Close()
		return nil, unusableError("the reply is packed in a way that none was asked for")
	}
	framed, err := x.frame()
	if err != nil {
		_ = resp.Body.Close()
		return nil, err
	}
	resp.Body = readCloser{framed, resp.Body}
	return resp, nil
}

// frame is what the library reads of a body.
func (x *exchange) frame() (io.Reader, error) {
	if !x.whole {
		return framed(x.body)
	}
	var err error
	if x.object, err = io.ReadAll(x.body); err != nil {
		return nil, err
	}
	return bytes.NewReader(x.object), nil
}

// trace notes when there is a connection, and when the prompt is with the server.
func (x *exchange) trace(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) {
			x.reached.Store(true)
			x.watch.wait("no token", x.patience)
		},
		WroteRequest: func(info httptrace.WroteRequestInfo) {
			if info.Err == nil {
				x.sent.Store(true)
			}
		},
	})
}

// ask sends a request and reads the reply. The error is one of this package's,
// of the library's or of the network's.
func (x *exchange) ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (*reply, error) {
	r := &reply{}
	if x.whole {
		_, err := c.CreateChatCompletion(ctx, req)
		if x.object == nil {
			return r, err
		}
		_, err = r.take(bytes.TrimPrefix(x.object, []byte("\ufeff")))
		return r, err
	}
	stream, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return r, err
	}
	defer func() { _ = stream.Close() }() // what counts has been read
	err = r.read(func() ([]byte, error) {
		raw, err := stream.RecvRaw()
		if err == nil && raw == nil {
			// The library read an error that it does not understand.
			err = &reportedError{}
		}
		return raw, err
	}, x.watch, x.limits)
	if err == nil {
		x.drain()
	}
	return r, err
}

// draining is how long and how much is read after the end of a stream, so that
// its connection can be used again.
const (
	draining      = 50 * time.Millisecond
	drainingBytes = 4 << 10
)

func (x *exchange) drain() {
	x.watch.wait("no end of the stream", draining)
	_, _ = io.CopyN(io.Discard, x.body, drainingBytes) // if it fails the connection is closed
}

// readCloser reads from one and closes another.
type readCloser struct {
	io.Reader
	io.Closer
}
