package fakediscord

import (
	"encoding/json"
	"errors"
	"net"
	"slices"
	"time"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakeserver"
)

// Bounds of what a client may send.
const (
	maxPayload = 4096
	maxSends   = 120
	sendWindow = time.Minute
)

// Conn is one connection to the gateway.
type Conn struct {
	// Path is where the client came: /gateway or /resume. Opened is when.
	Path   string
	Opened time.Time

	server *Server
	script Script
	ws     *websocket.Conn
	// wake tells the writer of the queue; stopped is closed at the end.
	wake, stopped chan struct{}

	// The rest is guarded by the server's mu.
	queue       []outgoing
	sends       []time.Time
	session     *session
	ready       bool
	ended       bool
	closing     bool
	code        int
	noACK, deaf bool
	holding     bool
	held        []Event
}

// outgoing is a text to send, or a close frame where code is not 0.
type outgoing struct {
	text   []byte
	code   int
	reason string
}

// attach takes the WebSocket over, and says false where the server is closing.
func (c *Conn) attach(ws *websocket.Conn) bool {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	c.ws = ws
	running := s.host.Go(c.write)
	if !running {
		c.cut(fakeserver.Reset)
	}
	return running
}

// write sends the queue, until the connection ends.
func (c *Conn) write() {
	for {
		select {
		case <-c.wake:
		case <-c.stopped:
			return
		}
		for next, more := c.dequeue(); more; next, more = c.dequeue() {
			if err := c.send(next); err != nil {
				c.Cut()
				return
			}
		}
	}
}

func (c *Conn) dequeue() (outgoing, bool) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if len(c.queue) == 0 || c.ended {
		return outgoing{}, false
	}
	next := c.queue[0]
	c.queue = c.queue[1:]
	return next, true
}

// send writes one frame. A close frame leaves the client a second to answer it.
func (c *Conn) send(o outgoing) error {
	if o.code == 0 {
		return c.ws.WriteMessage(websocket.TextMessage, o.text) //nolint:wrapcheck // only whether it failed counts
	}
	deadline := time.Now().Add(time.Second)
	if err := c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(o.code, o.reason), deadline); err != nil {
		return err //nolint:wrapcheck // only whether it failed counts
	}
	return c.ws.SetReadDeadline(deadline) //nolint:wrapcheck // only whether it failed counts
}

// enqueue sends a frame after those before it. The caller holds mu.
func (c *Conn) enqueue(o outgoing) {
	if c.ended || c.closing {
		return
	}
	c.closing = o.code != 0
	c.queue = append(c.queue, o)
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// emit sends a frame of an opcode. The caller holds mu.
func (c *Conn) emit(op int, data any) {
	c.enqueue(outgoing{text: mustJSON(map[string]any{"op": op, "d": data, "s": nil, "t": nil})})
}

// read takes what the client sends, until the connection ends.
func (c *Conn) read() {
	for {
		_, text, err := c.ws.ReadMessage()
		if err != nil {
			c.end(closeCode(err))
			return
		}
		if follow := c.take(text); follow != nil {
			follow(c)
		}
	}
}

func closeCode(err error) int {
	if closed, isClose := errors.AsType[*websocket.CloseError](err); isClose {
		return closed.Code
	}
	return websocket.CloseAbnormalClosure
}

// end records that the connection is over. A client that closes with 1000 or
// 1001 gives its session up.
func (c *Conn) end(code int) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if !c.ended && !c.closing {
		c.code = code
		if c.session != nil && (code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway) {
			s.forget(c.session)
		}
	}
	c.cut(func(conn net.Conn) { _ = conn.Close() }) // it is over either way
}

// cut ends the connection at once. The caller holds mu.
func (c *Conn) cut(hangUp func(net.Conn)) {
	if !c.ended {
		c.ended = true
		close(c.stopped)
		if c.session != nil && c.session.conn == c {
			c.session.conn = nil
		}
	}
	if c.ws != nil {
		hangUp(c.ws.UnderlyingConn())
	}
	c.server.changes.Tell()
}

// take records a frame of the client's and answers it. What it returns is to be
// called without mu.
func (c *Conn) take(text []byte) func(*Conn) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.changes.Tell()
	if !c.mayStillSend(len(text)) {
		return nil
	}
	var f frame
	if err := json.Unmarshal(text, &f); err != nil {
		c.close(4002, "Error while decoding payload.")
		return nil
	}
	switch {
	case f.Op == OpHeartbeat:
		c.takeHeartbeat(f.Data)
	case f.Op == OpIdentify && c.session == nil:
		return c.takeIdentify(f.Data)
	case f.Op == OpResume && c.session == nil:
		return c.takeResume(f.Data)
	case f.Op == OpIdentify, f.Op == OpResume:
		c.close(4005, "Already authenticated.")
	case !slices.Contains([]int{3, 4, 8, 31}, f.Op):
		c.close(4001, "Unknown opcode.")
	case c.session == nil:
		c.close(4003, "Not authenticated.")
	}
	return nil
}

// mayStillSend closes the connection of a client that sends too much.
func (c *Conn) mayStillSend(size int) bool {
	if c.ended || c.closing {
		return false
	}
	now := c.server.opts.Now()
	c.sends = append(slices.DeleteFunc(c.sends, func(t time.Time) bool { return now.Sub(t) >= sendWindow }), now)
	switch {
	case size > maxPayload:
		c.server.violate("gateway", "a payload of %d bytes", size)
		c.close(4002, "Error while decoding payload.")
	case len(c.sends) > maxSends:
		c.server.violate("gateway", "%d payloads within a minute", len(c.sends))
		c.close(4008, "Rate limited.")
	default:
		return true
	}
	return false
}

// close sends a close frame. The caller holds mu.
func (c *Conn) close(code int, reason string) {
	if c.ended || c.closing {
		return
	}
	c.code = code
	switch code {
	case 4007, 4009, 4004, 4010, 4011, 4012, 4013, 4014:
		if c.session != nil {
			c.server.forget(c.session)
		}
	}
	c.enqueue(outgoing{code: code, reason: reason})
}

// Close closes the connection with a code. After a code that ends the session,
// it cannot be resumed.
func (c *Conn) Close(code int, reason string) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.ws == nil {
		c.cut(fakeserver.Reset)
		return
	}
	c.close(code, reason)
}

// Cut breaks the connection without a word; the session stays.
func (c *Conn) Cut() {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.cut(fakeserver.Reset)
}

// Alive says whether the connection is still there.
func (c *Conn) Alive() bool {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return !c.ended
}

// ClosedWith is the code that the connection was closed with, by whichever side
// was first: 1006 where it broke, 0 while it is open or where it was cut here.
func (c *Conn) ClosedWith() int {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.code
}

// Send sends an opcode with data.
func (c *Conn) Send(op int, data any) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.emit(op, data)
}

// SendText sends a frame as it is, be it JSON or not.
func (c *Conn) SendText(text string) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.enqueue(outgoing{text: []byte(text)})
}

// Hello sends Hello.
func (c *Conn) Hello() {
	c.Send(OpHello, map[string]any{"heartbeat_interval": c.server.opts.Heartbeat.Milliseconds(), "_trace": []string{"fake"}})
}

// Reconnect asks the client to reconnect and resume.
func (c *Conn) Reconnect() { c.Send(OpReconnect, nil) }

// AskHeartbeat asks for a heartbeat at once.
func (c *Conn) AskHeartbeat() { c.Send(OpHeartbeat, nil) }

// InvalidSession says that the session is over; one that is not resumable is
// forgotten.
func (c *Conn) InvalidSession(resumable bool) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.session != nil && !resumable {
		s.forget(c.session)
	}
	c.emit(OpInvalidSession, resumable)
}

// SetACK says whether heartbeats are answered.
func (c *Conn) SetACK(answered bool) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.noACK = !answered
}

// SetDeaf says whether dispatches are kept from the client. They count, and are
// replayed when the session is resumed.
func (c *Conn) SetDeaf(deaf bool) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.deaf = deaf
}
