package fakediscord_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakediscord"
)

// frame is what the gateway sends.
type frame struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
}

// socket is a client of the gateway.
type socket struct {
	t  *testing.T
	d  *fakediscord.Server
	ws *websocket.Conn
}

// dial connects to the gateway, without reading anything.
func dial(t *testing.T, d *fakediscord.Server) socket {
	t.Helper()
	ws, resp, err := websocket.DefaultDialer.DialContext(timed(t), d.GatewayURL()+"/?v=10&encoding=json", nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if err := ws.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return socket{t: t, d: d, ws: ws}
}

// connect connects and takes Hello.
func connect(t *testing.T, d *fakediscord.Server) socket {
	t.Helper()
	s := dial(t, d)
	s.want(fakediscord.OpHello)
	return s
}

// ready connects, identifies and takes READY, whose session id it returns.
func ready(t *testing.T, d *fakediscord.Server, intents int) (socket, string) {
	t.Helper()
	s := connect(t, d)
	s.identify(intents, 0, 1)
	return s, s.sessionID()
}

func (s socket) sessionID() string {
	s.t.Helper()
	var r struct {
		SessionID string `json:"session_id"`
	}
	if err := json.Unmarshal(s.event("READY").Data, &r); err != nil || r.SessionID == "" {
		s.t.Fatalf("READY has no session: %v", err)
	}
	return r.SessionID
}

func (s socket) write(text string) {
	s.t.Helper()
	if err := s.ws.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		s.t.Fatal(err)
	}
}

func (s socket) identify(intents, shard, shards int) {
	s.t.Helper()
	s.write(fmt.Sprintf(`{"op":2,"d":{"token":%q,"intents":%d,"shard":[%d,%d],"properties":{"os":"linux"}}}`, s.d.Token(), intents, shard, shards))
}

func (s socket) resume(session string, seq int64) {
	s.t.Helper()
	s.write(fmt.Sprintf(`{"op":6,"d":{"token":%q,"session_id":%q,"seq":%d}}`, s.d.Token(), session, seq))
}

func (s socket) read() (frame, error) {
	var f frame
	_, text, err := s.ws.ReadMessage()
	if err != nil {
		return f, err
	}
	return f, json.Unmarshal(text, &f)
}

// want takes the next frame, which has to be of an opcode.
func (s socket) want(op int) frame {
	s.t.Helper()
	f, err := s.read()
	if err != nil || f.Op != op {
		s.t.Fatalf("got op %d %s, %v; want op %d", f.Op, f.Type, err, op)
	}
	return f
}

// event takes the next frame, which has to be an event.
func (s socket) event(kind string) frame {
	s.t.Helper()
	f := s.want(fakediscord.OpDispatch)
	if f.Type != kind {
		s.t.Fatalf("got %s, want %s", f.Type, kind)
	}
	return f
}

// closed reads until the connection is closed, and returns the code; 0 where it
// was cut.
func (s socket) closed() int {
	s.t.Helper()
	for {
		_, err := s.read()
		var closed *websocket.CloseError
		switch {
		case errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure:
			return closed.Code
		case err != nil:
			return 0
		}
	}
}
