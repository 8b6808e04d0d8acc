package gateway

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFramesReadAsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.SampledFrom([]int{0, 1, 125, 126, 127, 65535, 65536, 70000}).Draw(t, "size")
		payload := bytes.Repeat([]byte{rapid.Byte().Draw(t, "byte")}, size)
		masked := rapid.Bool().Draw(t, "masked")
		data := newFrame(frameText, payload, masked)
		f, err := readFrame(bufio.NewReader(bytes.NewReader(data)), masked, maxMessage)
		if err != nil || !f.final || f.opcode != frameText || !bytes.Equal(f.payload, payload) {
			t.Fatalf("%v, %d bytes", err, len(f.payload))
		}
		if _, err := readFrame(bufio.NewReader(bytes.NewReader(data)), !masked, maxMessage); err == nil {
			t.Fatal("the wrong side may send it")
		}
	})
}

func TestBadFrames(t *testing.T) {
	t.Parallel()
	huge := binary.BigEndian.AppendUint64([]byte{finalBit | frameText, 127}, 1<<63)
	for name, data := range map[string][]byte{
		"empty":                nil,
		"half a header":        {finalBit | frameText},
		"no length":            {finalBit | frameText, 126, 1},
		"half a payload":       {finalBit | frameText, 3, 'a'},
		"compressed":           {finalBit | 0x40 | frameText, 0},
		"a ping in fragments":  {0x9, 0},
		"a long ping":          append([]byte{finalBit | 0x9, 126, 0, 126}, make([]byte, 126)...),
		"longer than anything": huge,
		"longer than allowed":  binary.BigEndian.AppendUint64([]byte{finalBit | frameText, 127}, maxMessage+1),
	} {
		if f, err := readFrame(bufio.NewReader(bytes.NewReader(data)), false, maxMessage); err == nil {
			t.Errorf("%s: read %+v", name, f)
		}
	}
}

// FuzzGuardReads feeds a guard what a hostile server might send.
func FuzzGuardReads(f *testing.F) {
	upgraded := "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
	hello := newFrame(frameText, []byte(`{"op":10,"d":{"heartbeat_interval":41250}}`), false)
	for _, seed := range [][]byte{
		nil, []byte("\r\n"), hello, append(hello, hello...),
		newFrame(frameClose, []byte{0x0F, 0xA4}, false), newFrame(frameClose, nil, false), newFrame(0x9, []byte("ping"), false),
		append([]byte{frameText, 3, '{', '"', 'o'}, newFrame(frameContinuation, []byte(`p":11}`), false)...),
		{finalBit | frameText, 127, 255, 255, 255, 255, 255, 255, 255, 255},
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := newTestLink(t)
		c := &wire{Reader: strings.NewReader(upgraded + string(data))}
		g := l.wrap(c)
		shown, err := io.ReadAll(g)
		if err != nil || !c.closed {
			t.Errorf("%v, closed: %v", err, c.closed)
		}
		checkShown(t, []byte(strings.TrimPrefix(string(shown), upgraded)))
	})
}

// checkShown checks that discordgo is shown whole frames of messages that it can
// read, or none.
func checkShown(t *testing.T, data []byte) {
	t.Helper()
	in := bufio.NewReader(bytes.NewReader(data))
	for {
		if _, err := in.Peek(1); err == io.EOF {
			return
		}
		f, err := readFrame(in, false, 2*maxMessage)
		if err != nil {
			t.Fatalf("a broken frame is shown: %v", err)
		}
		if f.control() {
			continue
		}
		m, err := parseMessage(f.payload)
		if err != nil || m.Op == opReconnect || m.Op == opInvalidSession {
			t.Fatalf("shown: %s, %v", f.payload, err)
		}
	}
}
