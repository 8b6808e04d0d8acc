package gateway

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// censor decides about messages between Discord and discordgo. Its methods may
// be called from different goroutines.
type censor interface {
	// incoming gets each message of Discord's and returns what discordgo is told
	// instead; nil is nothing.
	incoming(message []byte) []byte
	// outgoing gets each message of discordgo's and returns what Discord is sent
	// instead.
	outgoing(message []byte) ([]byte, error)
	// closed is told that Discord ended the connection: its close code, or 0 and
	// the error.
	closed(code int, err error)
}

// guard is the net.Conn that discordgo reads and writes. It takes the WebSocket
// frames apart in both directions, below TLS and before discordgo acts on them.
//
// Once closed - by the other side, by a fault or by us - it hands discordgo an
// end of file and swallows what it still writes, its close frames above all: a
// close code of 1000 would end the session that is to be resumed.
type guard struct {
	net.Conn // the socket, TLS undone

	censor censor
	write  time.Duration // for each write
	gone   chan struct{} // closed when nothing more will be read

	upgraded atomic.Bool   // the HTTP handshake is over
	in       *bufio.Reader // read by discordgo's one reader
	ready    []byte        // what discordgo will read next
	message  []byte        // the fragments of a message so far

	mu   sync.Mutex // held while writing
	shut bool       // our close frame was sent, or nothing can be
	once sync.Once
}

func newGuard(c net.Conn, by censor, write time.Duration) *guard {
	return &guard{Conn: c, censor: by, write: write, gone: make(chan struct{}), in: bufio.NewReader(c)}
}

// Read gives discordgo the next bytes of what it may see.
func (g *guard) Read(p []byte) (int, error) {
	for len(g.ready) == 0 {
		if err := g.advance(); err != nil {
			g.fail(err)
			return 0, io.EOF
		}
	}
	n := copy(p, g.ready)
	g.ready = g.ready[n:]
	return n, nil
}

// advance reads a line of the handshake or a frame.
func (g *guard) advance() error {
	if !g.upgraded.Load() {
		line, err := g.in.ReadSlice('\n')
		g.ready = bytes.Clone(line)
		g.upgraded.Store(string(line) == "\r\n")
		return err
	}
	f, err := readFrame(g.in, false, maxMessage-len(g.message))
	if err != nil {
		return err
	}
	return g.accept(f)
}

// accept passes pings and pongs on, keeps fragments, and shows whole messages to
// the censor.
func (g *guard) accept(f frame) error {
	switch {
	case f.opcode == frameClose:
		code := 0
		if len(f.payload) >= 2 {
			code = int(binary.BigEndian.Uint16(f.payload))
		}
		g.censor.closed(code, nil)
		return io.EOF
	case f.control():
		g.ready = newFrame(f.opcode, f.payload, false)
		return nil
	}
	if g.message = append(g.message, f.payload...); !f.final {
		return nil
	}
	whole := g.message
	g.message = nil
	if shown := g.censor.incoming(whole); shown != nil {
		g.ready = newFrame(frameText, shown, false)
	}
	return nil
}

// Write takes one frame of discordgo's: gorilla writes each with one call, and
// what is not one whole frame is refused rather than let through unread.
func (g *guard) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.shut:
		return len(p), nil
	case !g.upgraded.Load():
		return g.send(p, g.write)
	}
	in := bufio.NewReader(bytes.NewReader(p))
	f, err := readFrame(in, true, len(p))
	if err != nil || in.Buffered() > 0 {
		return 0, errors.Join(errFrame, err)
	}
	switch {
	case f.opcode == frameClose:
		return len(p), nil
	case f.opcode == framePong:
		return g.send(p, g.write)
	case f.opcode != frameText || !f.final:
		return 0, errFrame
	}
	message, err := g.censor.outgoing(f.payload)
	if err != nil {
		return 0, err
	}
	if _, err := g.send(newFrame(frameText, message, true), g.write); err != nil {
		return 0, err
	}
	return len(p), nil
}

// send writes to the socket within a time. The caller holds mu.
func (g *guard) send(p []byte, within time.Duration) (int, error) {
	if err := g.Conn.SetWriteDeadline(time.Now().Add(within)); err != nil {
		return 0, err
	}
	n, err := g.Conn.Write(p)
	if err != nil {
		// Half a frame may be out: nothing can follow it.
		g.shut = true
		g.censor.closed(0, err)
	}
	return n, err
}

// SetWriteDeadline does nothing: the guard limits each write itself, and
// gorilla, which sets none, must not lift that.
func (g *guard) SetWriteDeadline(time.Time) error { return nil }

// leave sends a close frame; from then on discordgo's writes go nowhere. Writing
// it, and then waiting for the other side to close if that is asked for, each
// take no longer than patience.
func (g *guard) leave(code int, patience time.Duration, wait bool) {
	// A write that hangs holds mu; it has as long as we have.
	_ = g.Conn.SetWriteDeadline(time.Now().Add(patience))
	g.mu.Lock()
	if !g.shut && g.upgraded.Load() {
		payload := binary.BigEndian.AppendUint16(nil, uint16(code)) //nolint:gosec // close codes have four digits
		_, _ = g.send(newFrame(frameClose, payload, true), patience)
	}
	g.shut = true
	g.mu.Unlock()
	if !wait {
		return
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-g.gone:
	case <-timer.C:
	}
}

// fail ends the connection after an error of reading.
func (g *guard) fail(err error) {
	g.censor.closed(0, err)
	_ = g.Close()
}

// Close closes the socket beneath discordgo; whatever it does ends.
func (g *guard) Close() error {
	g.once.Do(func() { close(g.gone) })
	return g.Conn.Close()
}
