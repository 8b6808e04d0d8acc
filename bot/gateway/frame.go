package gateway

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// WebSocket opcodes (RFC 6455).
const (
	frameContinuation = 0x0
	frameText         = 0x1
	frameClose        = 0x8
	framePong         = 0xA
)

// maxMessage is more than the largest event that Discord sends, in bytes.
const maxMessage = 16 << 20

// maxControl is the longest payload of a control frame.
const maxControl = 125

const (
	finalBit    = 0x80
	reservedBit = 0x70
	maskBit     = 0x80
)

var errFrame = errors.New("a malformed WebSocket frame")

// frame is one WebSocket frame, its payload unmasked.
type frame struct {
	final   bool
	opcode  byte
	payload []byte
}

// control reports whether the frame is a close, ping or pong.
func (f frame) control() bool { return f.opcode >= frameClose }

// header is what stands before a frame's payload.
type header struct {
	frame
	masked bool
	length uint64
}

// readFrame reads one frame whose payload has at most limit bytes; masked is
// whether it must come from a client.
func readFrame(r *bufio.Reader, masked bool, limit int) (frame, error) {
	h, err := readHeader(r)
	if err != nil {
		return frame{}, err
	}
	if h.masked != masked || (h.control() && (!h.final || h.length > maxControl)) {
		return frame{}, errFrame
	}
	if limit < 0 || h.length > uint64(limit) {
		return frame{}, fmt.Errorf("a message of more than %d bytes", maxMessage)
	}
	var key [4]byte
	if masked {
		if _, err := io.ReadFull(r, key[:]); err != nil {
			return frame{}, err
		}
	}
	h.payload, err = readPayload(r, int64(h.length)) //nolint:gosec // limit is an int
	mask(h.payload, key)
	return h.frame, err
}

// readPayload reads n bytes. It believes in a length only as far as bytes come,
// so that a header alone cannot make the process grow.
func readPayload(r io.Reader, n int64) ([]byte, error) {
	var b bytes.Buffer
	if _, err := io.CopyN(&b, r, n); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func readHeader(r io.Reader) (header, error) {
	var b [8]byte
	if _, err := io.ReadFull(r, b[:2]); err != nil {
		return header{}, err
	}
	if b[0]&reservedBit != 0 {
		return header{}, errFrame
	}
	h := header{masked: b[1]&maskBit != 0, length: uint64(b[1] &^ maskBit)}
	h.final, h.opcode = b[0]&finalBit != 0, b[0]&0x0F
	var err error
	switch h.length {
	case 126:
		_, err = io.ReadFull(r, b[:2])
		h.length = uint64(binary.BigEndian.Uint16(b[:2]))
	case 127:
		_, err = io.ReadFull(r, b[:])
		h.length = binary.BigEndian.Uint64(b[:])
	}
	return h, err
}

// newFrame returns a final frame. A masked one has a fresh random key, as
// clients must send it.
func newFrame(opcode byte, payload []byte, masked bool) []byte {
	bit := byte(0)
	if masked {
		bit = maskBit
	}
	b := append(make([]byte, 0, len(payload)+14), finalBit|opcode)
	switch n := len(payload); {
	case n <= maxControl:
		b = append(b, bit|byte(n))
	case n <= 0xFFFF:
		b = binary.BigEndian.AppendUint16(append(b, bit|126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, bit|127), uint64(n))
	}
	if !masked {
		return append(b, payload...)
	}
	var key [4]byte
	_, _ = rand.Read(key[:]) // never fails
	b = append(b, key[:]...)
	start := len(b)
	b = append(b, payload...)
	mask(b[start:], key)
	return b
}

// mask masks or unmasks in place.
func mask(payload []byte, key [4]byte) {
	for i := range payload {
		payload[i] ^= key[i%4]
	}
}
