package gateway

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// wire is a socket in memory: what is read comes from Reader, what is written is
// kept.
type wire struct {
	net.Conn
	io.Reader
	sent   bytes.Buffer
	fails  error
	closed bool
}

func (w *wire) Read(p []byte) (int, error) { return w.Reader.Read(p) }

func (w *wire) Write(p []byte) (int, error) {
	if w.fails != nil {
		return 0, w.fails
	}
	return w.sent.Write(p)
}

func (w *wire) SetWriteDeadline(time.Time) error { return nil }

func (w *wire) Close() error {
	w.closed = true
	return nil
}

// frames takes what was sent, unmasked.
func (w *wire) frames(t *testing.T) []frame {
	t.Helper()
	in := bufio.NewReader(&w.sent)
	var out []frame
	for {
		f, err := readFrame(in, true, maxMessage)
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
}

// newTestLink is a link that dials, with a turn.
func newTestLink(t *testing.T) *link {
	t.Helper()
	o := Options{
		Token: "secret", BudgetPath: filepath.Join(t.TempDir(), "identifies.json"), GatewayBot: unlimited,
		Log: slog.New(slog.DiscardHandler), Timing: Timing{}.withDefaults(), OnState: func(State) {},
	}
	s := &Supervisor{o: &o, board: newBoard(o.OnState)}
	turns := newTurns(s.o, open(t, o.BudgetPath))
	turn, err := turns.take(t.Context(), 0, func(string, time.Duration) {})
	if err != nil {
		t.Fatal(err)
	}
	sh := newShard(s, 0, 1, turns, false)
	sh.ctx = t.Context()
	return &link{o: s.o, shard: sh, address: turn.url, turn: turn, changed: make(chan struct{}, 1), moved: time.Now()}
}

// greeted is a guard whose link has heard Hello.
func greeted(t *testing.T, l *link) (*guard, *wire) {
	t.Helper()
	w := &wire{Reader: bytes.NewReader(append([]byte("HTTP/1.1 101 OK\r\n\r\n"), newFrame(frameText, helloMessage(time.Second), false)...))}
	g := l.wrap(w).(*guard)
	for range 3 {
		if _, err := g.Read(make([]byte, 100)); err != nil {
			t.Fatal(err)
		}
	}
	return g, w
}

func text(s string) []byte { return newFrame(frameText, []byte(s), true) }

const identify = `{"op":2,"d":{"token":"Bot secret"}}`

func TestOneIdentifyLeaves(t *testing.T) {
	t.Parallel()
	l := newTestLink(t)
	g, w := greeted(t, l)
	if _, err := g.Write(text(identify)); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Write(text(identify)); err == nil {
		t.Error("a second one is let through")
	}
	sent := w.frames(t)
	if len(sent) != 1 || string(sent[0].payload) != identify {
		t.Errorf("sent: %+v", sent)
	}
	if n := len(l.shard.turns.book.ledger[0]); n != 1 || l.end.cause != causeProtocol {
		t.Errorf("%d counted, %q", n, l.end.cause)
	}
}

func TestIdentifyBecomesResume(t *testing.T) {
	t.Parallel()
	l := newTestLink(t)
	l.turn, l.session = nil, &session{id: "abc", seq: 42}
	g, w := greeted(t, l)
	if _, err := g.Write(text(identify)); err != nil {
		t.Fatal(err)
	}
	sent := w.frames(t)
	if diff := cmp.Diff(`{"op":6,"d":{"token":"secret","session_id":"abc","seq":42}}`, string(sent[0].payload)); diff != "" {
		t.Error(diff)
	}
	if n := len(l.shard.turns.book.ledger[0]); n != 0 {
		t.Errorf("%d counted", n)
	}
}

// TestWhatMayLeave writes what discordgo could write.
func TestWhatMayLeave(t *testing.T) {
	t.Parallel()
	closing := newFrame(frameClose, []byte{3, 0xE8}, true)
	for name, tt := range map[string]struct {
		written []byte
		sent    int
		fails   bool
	}{
		"a heartbeat":       {text(`{"op":1,"d":3}`), 1, false},
		"a pong":            {newFrame(framePong, []byte("x"), true), 1, false},
		"its close frame":   {closing, 0, false},
		"a presence":        {text(`{"op":3,"d":{}}`), 0, true},
		"no message":        {text(`hello`), 0, true},
		"half a frame":      {text(`{"op":1}`)[:5], 0, true},
		"two frames":        {append(text(`{"op":1}`), text(`{"op":1}`)...), 0, true},
		"a fragment":        {append([]byte{frameText}, text(`{"op":1}`)[1:]...), 0, true},
		"a binary frame":    {append([]byte{finalBit | 2}, text(`{"op":1}`)[1:]...), 0, true},
		"an unmasked frame": {newFrame(frameText, []byte(`{"op":1}`), false), 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g, w := greeted(t, newTestLink(t))
			_, err := g.Write(tt.written)
			if sent := w.frames(t); len(sent) != tt.sent || (err != nil) != tt.fails {
				t.Errorf("sent %+v, %v", sent, err)
			}
		})
	}
}

func TestNothingLeavesAfterClosing(t *testing.T) {
	t.Parallel()
	g, w := greeted(t, newTestLink(t))
	g.leave(4000, time.Millisecond, false)
	for _, late := range [][]byte{text(`{"op":1,"d":3}`), text(identify), newFrame(frameClose, []byte{3, 0xE8}, true)} {
		if n, err := g.Write(late); n != len(late) || err != nil {
			t.Errorf("%d, %v", n, err)
		}
	}
	g.leave(1000, time.Millisecond, false)
	sent := w.frames(t)
	if len(sent) != 1 || sent[0].opcode != frameClose || !bytes.Equal(sent[0].payload, []byte{0x0F, 0xA0}) {
		t.Errorf("sent: %+v", sent)
	}
}

func TestFailedWriteEndsConnection(t *testing.T) {
	t.Parallel()
	l := newTestLink(t)
	g, w := greeted(t, l)
	w.fails = errors.New("broken pipe")
	if _, err := g.Write(text(`{"op":1,"d":3}`)); err == nil {
		t.Error("no error")
	}
	if l.stage != over || l.end.cause != causeLost {
		t.Errorf("stage %v, %q", l.stage, l.end.cause)
	}
}

// TestLateSocket has a dial succeed after its connection was given up.
func TestLateSocket(t *testing.T) {
	t.Parallel()
	l := newTestLink(t)
	l.stop(ending{cause: causeStopped})
	w := &wire{Reader: bytes.NewReader(nil)}
	if l.wrap(w); !w.closed {
		t.Error("it is open")
	}
}
