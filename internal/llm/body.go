package llm

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// errBody says that a body broke a limit of sizes. Nothing of it is used then.
var errBody = errors.New("the reply is too large")

// bounded reads a body up to its limits.
type bounded struct {
	from           io.Reader
	response, line int64 // limits in bytes
	read, inLine   int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	b.read += int64(n)
	if b.read > b.response {
		return 0, fmt.Errorf("%w: over %d bytes", errBody, b.response)
	}
	for rest := p[:n]; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n') + 1
		if end == 0 {
			b.inLine += int64(len(rest))
			rest = nil
		} else {
			b.inLine = 0
			rest = rest[end:]
		}
		if b.inLine > b.line {
			return 0, fmt.Errorf("%w: a line over %d bytes", errBody, b.line)
		}
	}
	return n, err
}

// framed returns a body as a stream of events. Some servers answer a request
// for a stream with one JSON object: that becomes an event of its own. A byte
// order mark is dropped, because the stream reader overlooks what begins so.
func framed(body io.Reader) (io.Reader, error) {
	r := bufio.NewReader(body)
	if mark, _ := r.Peek(3); string(mark) == "\ufeff" {
		_, _ = r.Discard(3) // just seen
	}
	first, err := firstByte(r)
	switch {
	case errors.Is(err, io.EOF):
		return r, nil
	case err != nil:
		return nil, err
	case first == '{':
		return oneEvent(r)
	}
	return &spaced{from: r}, nil
}

// spaced adds an empty line after each line, and ends the last one. The stream
// reader of the library hands on an error only when a further line is there.
type spaced struct {
	from *bufio.Reader
	rest []byte // what from's buffer holds of a line
	line bool   // an empty line is to come
	err  error
}

func (s *spaced) Read(p []byte) (int, error) {
	if len(s.rest) == 0 && !s.line {
		s.next()
	}
	switch {
	case len(s.rest) > 0:
		n := copy(p, s.rest)
		s.rest = s.rest[n:]
		return n, nil
	case s.line && len(p) > 0:
		s.line = false
		return copy(p, "\n"), nil
	}
	return 0, s.err
}

// next reads a line, or a part of one that is longer than the buffer.
func (s *spaced) next() {
	if s.err != nil {
		return
	}
	s.rest, s.err = s.from.ReadSlice('\n')
	if errors.Is(s.err, bufio.ErrBufferFull) {
		s.err = nil
		return
	}
	s.line = len(s.rest) > 0
}

// firstByte skips white space and returns the first byte after it, unread.
func firstByte(r *bufio.Reader) (byte, error) {
	for {
		b, err := r.ReadByte()
		if err != nil {
			return 0, err
		}
		if strings.IndexByte(" \t\r\n", b) < 0 {
			return b, r.UnreadByte()
		}
	}
}

// oneEvent makes an event of a whole JSON object.
func oneEvent(r io.Reader) (io.Reader, error) {
	whole, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	for i, b := range whole {
		if b == '\n' || b == '\r' {
			whole[i] = ' ' // JSON has line ends between its parts only
		}
	}
	return io.MultiReader(strings.NewReader("data: "), bytes.NewReader(whole), strings.NewReader("\n")), nil
}
